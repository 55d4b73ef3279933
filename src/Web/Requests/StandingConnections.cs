using System.Globalization;

namespace PartyRealtime.Web.Requests;

/// <summary>
/// Connections that stay open, live ones and drafts' sockets together. Each takes one of the files that the process may
/// open, and a process that runs out of them drops those it has: near the limit new ones are refused, with a time to come
/// back.
/// </summary>
internal sealed partial class StandingConnections
{
    /// <summary>What a process may open where the system does not say.</summary>
    private const int FilesMaxUnknown = 4_096;

    private int _taken;

    public StandingConnections(StandingOptions options, ILogger<StandingConnections> log)
    {
        var files = FilesMax();
        Max = options.ConnectionsMax > 0 ? Math.Min(options.ConnectionsMax, OfFiles(files)) : OfFiles(files);
        Limits(log, files, Max);
    }

    public int Max { get; }

    /// <summary>One more may come.</summary>
    public bool HasRoom => Volatile.Read(ref _taken) < Max;

    /// <summary>
    /// A place, until it is disposed; null when there is none. It is taken before the handshake: of thousands that come in
    /// one moment, none of them open yet, no more are let in than there are places.
    /// </summary>
    public IDisposable? Take()
    {
        if (Interlocked.Increment(ref _taken) <= Max)
            return new Place(this);
        Interlocked.Decrement(ref _taken);
        return null;
    }

    /// <summary>Of 16 descriptors one is kept for the store, the files and the cluster: 18,750 of 20,000.</summary>
    public static int OfFiles(int files) => files - (files / 16);

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

    [LoggerMessage(5103, LogLevel.Information, "The process may open {Files} files; connections that stay are refused from {Connections} on.")]
    private static partial void Limits(ILogger log, int files, int connections);

    private sealed class Place(StandingConnections connections) : IDisposable
    {
        private int _isFree;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isFree, 1) == 0)
                Interlocked.Decrement(ref connections._taken);
        }
    }
}
