using System.Text.RegularExpressions;

namespace PartyRealtime.WireTests.Measurements;

/// <summary>One alarm of the file that Prometheus reads; as much of YAML as that file uses.</summary>
/// <param name="Name">One word, in capitals and small letters.</param>
/// <param name="Query">What Prometheus asks; the alarm is what it answers.</param>
/// <param name="For">How long that has to last.</param>
/// <param name="Severity">page or ticket.</param>
/// <param name="Summary">What is wrong.</param>
/// <param name="Todo">Where to look.</param>
internal sealed partial record AlertRule(string Name, string Query, string For, string Severity, string Summary, string Todo)
{
    /// <summary>All rules of the file; throws at a line that is none of a rule, a group or a comment.</summary>
    public static IReadOnlyList<AlertRule> Read(string text)
    {
        var rest = Comment().Replace(text, "");
        Assert.StartsWith("groups:\n", rest, StringComparison.Ordinal);
        var rules = Rule().Matches(rest).Select(Of).ToList();
        // What is left when all rules are taken out is the heads of the groups.
        Assert.Matches("^groups:\n(  - name: [a-z-]+\n    rules:\n)+$", Rule().Replace(rest, ""));
        return rules;
    }

    private static AlertRule Of(Match match) => new(
        match.Groups["name"].Value, match.Groups["expr"].Value, match.Groups["for"].Value, match.Groups["severity"].Value,
        match.Groups["summary"].Value, match.Groups["todo"].Value);

    [GeneratedRegex("^#.*\n", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        """
        ^      - alert: (?<name>\w+)
                expr: (?<expr>[a-z].*)
                for: (?<for>\d+[mh])
                labels:
                  severity: (?<severity>page|ticket)
                annotations:
                  summary: "(?<summary>[^"\n]+)"
                  todo: "(?<todo>[^"\n]+)"\n
        """,
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rule();
}
