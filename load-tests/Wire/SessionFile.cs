namespace PartyRealtime.LoadTests.Wire;

/// <summary>The file that <c>run mint-sessions</c> writes.</summary>
public static class SessionFile
{
    /// <summary>
    /// The Cookie header of each session, in the file's order, at most <paramref name="max"/>. It is the last field of a
    /// line; before it stand sign-in name, official and desk.
    /// </summary>
    public static IReadOnlyList<string> Read(string path, int? max) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => line.Split('\t')[^1]).Take(max ?? int.MaxValue)];
}
