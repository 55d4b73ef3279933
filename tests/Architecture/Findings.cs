using System.Text.RegularExpressions;

namespace PartyRealtime.ArchitectureTests;

/// <summary>What a rule found, told so that a reader can go there.</summary>
internal static class Findings
{
    /// <summary>Fails with every finding on a line of its own.</summary>
    public static void AssertNone(IEnumerable<string> findings)
    {
        var all = findings.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }

    /// <summary>"file:line: text" of each line that matches.</summary>
    public static IEnumerable<string> LinesMatching(string file, Regex pattern) =>
        Repository.Lines(file)
            .Select((text, index) => (Text: text, Number: index + 1))
            .Where(line => pattern.IsMatch(line.Text))
            .Select(line => $"{file}:{line.Number}: {line.Text.Trim()}");
}
