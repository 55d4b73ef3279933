namespace PartyRealtime.LoadTests.Wire;

/// <summary>The file that <c>run mint-sessions</c> writes: sign-in name, official, desk, Cookie header, with tabs between.</summary>
public static class SessionFile
{
    /// <summary>The Cookie header of each session, in the file's order, at most <paramref name="max"/>.</summary>
    public static IReadOnlyList<string> Read(string path, int? max) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Take(max ?? int.MaxValue).Select(line => line.Split('\t')[^1])];

    /// <summary>Official and Cookie header of each session, in the file's order.</summary>
    public static IReadOnlyList<(int Official, string Cookie)> People(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t'))
            .Select(part => (int.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), part[^1]))];
}
