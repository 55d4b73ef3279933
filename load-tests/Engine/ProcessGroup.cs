using System.Globalization;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>Processes whose CPU and memory are read from /proc; Linux only.</summary>
/// <param name="name">How the report calls them.</param>
/// <param name="roots">Process ids; their children are counted with them, those that begin later too.</param>
public sealed class ProcessGroup(string name, IReadOnlyCollection<int> roots)
{
    private const int TicksPerSecond = 100;
    private const int PageBytes = 4096;
    private static readonly string[] SocketTables = ["/proc/net/tcp", "/proc/net/tcp6"];

    public string Name => name;

    public IReadOnlyCollection<int> Roots => roots;

    /// <summary>CPU seconds used since the processes began, and resident bytes now. What has ended no longer counts.</summary>
    public (double CpuSeconds, long ResidentBytes) Read(ILookup<int, int> children)
    {
        var cpu = 0.0;
        var bytes = 0L;
        var open = new Queue<int>(roots);
        while (open.TryDequeue(out var pid))
        {
            foreach (var child in children[pid])
                open.Enqueue(child);
            if (Stat(pid) is not { } stat)
                continue;
            cpu += (Field(stat, 14) + Field(stat, 15)) / (double)TicksPerSecond;
            bytes += Field(stat, 24) * PageBytes;
        }

        return (cpu, bytes);
    }

    /// <summary>Children by parent, of all processes.</summary>
    public static ILookup<int, int> Children() => (
        from folder in Directory.EnumerateDirectories("/proc")
        let name = Path.GetFileName(folder)
        where char.IsAsciiDigit(name[0])
        let pid = int.Parse(name, CultureInfo.InvariantCulture)
        let stat = Stat(pid)
        where stat is not null
        select (Parent: (int)Field(stat, 4), Pid: pid)).ToLookup(process => process.Parent, process => process.Pid);

    /// <summary>The processes that listen on a port of this machine; none when it is another machine's.</summary>
    public static IReadOnlyCollection<int> ListeningOn(int port)
    {
        const string listening = "0A";
        var inodes = SocketTables
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(part => part.Length > 9 && part[3] == listening && part[1].EndsWith(port.ToString("X4", CultureInfo.InvariantCulture), StringComparison.Ordinal))
            .Select(part => $"socket:[{part[9]}]")
            .ToHashSet(StringComparer.Ordinal);
        return [.. Directory.EnumerateDirectories("/proc")
            .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Holds(folder, inodes))
            .Select(folder => int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture))];
    }

    private static bool Holds(string folder, HashSet<string> inodes)
    {
        try
        {
            return new DirectoryInfo(Path.Combine(folder, "fd")).EnumerateFileSystemInfos()
                .Any(file => file.LinkTarget is { } target && inodes.Contains(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? Stat(int pid)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Field of proc(5), from 1; the second one, the name, may hold blanks and brackets.</summary>
    private static long Field(string stat, int number) =>
        long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[number - 3], CultureInfo.InvariantCulture);
}
