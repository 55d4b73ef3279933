using System.ComponentModel;
using System.Diagnostics;

namespace PartyRealtime.FaultTests.Clocks;

/// <summary>
/// The time of day as one process reads it, set while the process runs; the monotonic clock, by which it waits and measures,
/// stays the machine's. By a few lines of C of our own: libfaketime 0.9.10 sets what the runtime waits by as well.
/// </summary>
internal sealed class ProcessClock : IDisposable
{
    private static readonly string[] Compilers = ["cc", "tcc"];

    private readonly string _folder = Directory.CreateTempSubdirectory("partyrealtime-clock-").FullName;

    private ProcessClock() => File.WriteAllBytes(Apart, new byte[sizeof(long)]);

    /// <summary>What the process must find in its environment when it starts.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = Library, ["SET_CLOCK"] = Apart,
    };

    private string Library => Path.Combine(_folder, "clock.so");

    private string Apart => Path.Combine(_folder, "apart");

    /// <summary>A clock that can be set; null and the reason where there is nothing to compile it with.</summary>
    public static ProcessClock? Make(out string reason)
    {
        var clock = new ProcessClock();
        reason = "There is no C compiler that makes a library: apt-get install tcc, or gcc.";
        if (Compilers.Any(clock.IsCompiledBy))
            return clock;
        clock.Dispose();
        return null;
    }

    /// <summary>Sets the clock so far from the machine's, in whole seconds, at once.</summary>
    public void Set(TimeSpan apart)
    {
        // In place: the process has the file mapped, and one that is shorter for a moment would end it.
        using var file = new FileStream(Apart, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Write(BitConverter.GetBytes((long)apart.TotalSeconds));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private bool IsCompiledBy(string compiler)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Clocks", "clock.c");
        try
        {
            using var compiling = Process.Start(new ProcessStartInfo(
                compiler, ["-shared", "-fPIC", "-nostdlib", "-w", "-o", Library, source]) { UseShellExecute = false });
            compiling!.WaitForExit();
            return compiling.ExitCode == 0 && File.Exists(Library);
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
