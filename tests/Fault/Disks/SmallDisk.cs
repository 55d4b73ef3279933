using System.Diagnostics;
using System.Globalization;

namespace PartyRealtime.FaultTests.Disks;

/// <summary>A file system of a few hundred megabytes in memory, that a test fills and empties.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 512;
    private const int BlockBytes = 1_024 * 1_024;

    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    /// <summary>Null and the reason where the machine does not allow it.</summary>
    public static SmallDisk? Mount(out string reason)
    {
        var path = Directory.CreateTempSubdirectory("partyrealtime-disk-").FullName;
        reason = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={Megabytes}m,mode=755"), "tmpfs", path);
        if (reason.Length == 0)
            return new SmallDisk(path);
        Directory.Delete(path);
        reason = "This machine allows no mounts: " + reason;
        return null;
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var bytes in new[] { BlockBytes, 4_096 })
        {
            var block = new byte[bytes];
            try
            {
                while (true)
                    file.Write(block);
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    /// <summary>What the program complains of; empty when it succeeded.</summary>
    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : said;
    }
}
