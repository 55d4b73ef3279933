using System.Diagnostics;

namespace PartyRealtime.ArchitectureTests;

/// <summary>The files that git tracks, as they lie on the disk now.</summary>
internal static class Repository
{
    private static readonly string[] BinaryEndings = [".png", ".gz", ".woff2", ".ico", ".pdf"];

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every tracked file that still exists, relative to <see cref="Root"/>, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>The tracked files that hold text somebody wrote or reads: no images, no fonts, no archives.</summary>
    public static IEnumerable<string> TextFiles => Files.Where(file => !BinaryEndings.Any(ending => file.EndsWith(ending, Ordinal)));

    /// <summary>C# source files below a folder.</summary>
    public static IEnumerable<string> CSharpUnder(string folder) =>
        Files.Where(file => file.StartsWith(folder + "/", Ordinal) && file.EndsWith(".cs", Ordinal));

    public static string Read(string file) => File.ReadAllText(FullPath(file));

    public static string[] Lines(string file) => File.ReadAllLines(FullPath(file));

    public static string FullPath(string file) => Path.Combine(Root, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyRealtime.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("PartyRealtime.sln is in no folder above the tests.");
        return folder.FullName;
    }

    private static string[] ListFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        Assert.NotEmpty(files);
        return [.. files.Where(file => File.Exists(Path.Combine(Root, file)))];
    }
}
