using System.Globalization;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Bench;

/// <summary>
/// Time on a processor, from the scheduler's own account (Linux, /proc/…/schedstat): the figures that processes report
/// of themselves are sampled by ticks, which miss the short runs of a database session.
/// </summary>
internal static class ProcessorTime
{
    /// <summary>What this process and the database server's sessions have spent so far.</summary>
    public static TimeSpan Of(PostgreSqlServer? server)
    {
        var nanoseconds = Threads(Environment.ProcessId);
        if (server is not null)
        {
            var postmaster = server.ProcessId;
            nanoseconds += Directory.EnumerateDirectories("/proc")
                .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id != 0 && ParentOf(id) == postmaster)
                .Sum(Threads);
        }

        return TimeSpan.FromMicroseconds(nanoseconds / 1000.0);
    }

    private static long Threads(int process) => Directory
        .EnumerateDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task"))
        .Sum(task => long.Parse(Read(Path.Combine(task, "schedstat"), "0 ").Split(' ')[0], CultureInfo.InvariantCulture));

    private static int ParentOf(int process)
    {
        var stat = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/stat"), ") R 0 ");
        return int.Parse(stat[(stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    private static string Read(string path, string whenGone)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return whenGone;
        }
    }
}
