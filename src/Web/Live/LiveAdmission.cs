using System.Globalization;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Live;

/// <summary>
/// Refuses new live connections near the node's limit, with a time to come back: a process that runs out of file
/// descriptors drops those it has.
/// </summary>
internal sealed partial class LiveAdmission
{
    /// <summary>What a process may open where the system does not say.</summary>
    private const int FilesMaxUnknown = 4_096;

    private readonly RequestDelegate _next;
    private readonly LiveMap _map;
    private readonly LiveMetrics _metrics;

    public LiveAdmission(RequestDelegate next, LiveMap map, LiveMetrics metrics, LiveOptions options, ILogger<LiveAdmission> log)
    {
        (_next, _map, _metrics) = (next, map, metrics);
        var files = FilesMax();
        ConnectionsMax = options.ConnectionsMax > 0 ? options.ConnectionsMax : OfFiles(files);
        Limits(log, files, ConnectionsMax);
    }

    public int ConnectionsMax { get; }

    /// <summary>Of 16 descriptors one is kept for the store, the files and the cluster: 18,750 of 20,000.</summary>
    public static int OfFiles(int files) => files - (files / 16);

    public Task Invoke(HttpContext http)
    {
        if (_map.Connections < ConnectionsMax)
            return _next(http);
        _metrics.Refused();
        return new Refusal(RefusalCode.Busy).Write(http);
    }

    /// <summary>The soft limit of open files of this process.</summary>
    private static int FilesMax()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits))
            return FilesMaxUnknown;
        var line = File.ReadLines(limits).FirstOrDefault(text => text.StartsWith("Max open files", StringComparison.Ordinal));
        var soft = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(3);
        return int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : FilesMaxUnknown;
    }

    [LoggerMessage(5103, LogLevel.Information, "The process may open {Files} files; live connections are refused from {Connections} on.")]
    private static partial void Limits(ILogger log, int files, int connections);
}
