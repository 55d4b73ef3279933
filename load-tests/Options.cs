using System.Globalization;

namespace PartyRealtime.LoadTests;

/// <summary>What the command line asks for.</summary>
/// <param name="Scenario">Which scenario.</param>
/// <param name="Targets">The servers; people are spread over them.</param>
/// <param name="SessionsFile">Session cookies, as <c>run mint-sessions</c> writes them.</param>
/// <param name="Password">The demo password, for scenarios that sign in or sign.</param>
/// <param name="ReadersFile">Session cookies of other people, who read their inboxes meanwhile.</param>
/// <param name="Users">How many people; null: as many as there are sessions.</param>
/// <param name="Duration">How long each step goes on; null: the scenario's own.</param>
/// <param name="Rates">Arrivals a second, one step after the other; empty: one step at the scenario's own rate.</param>
/// <param name="WarmUp">How long arrivals come before they are measured, at the first step's rate.</param>
/// <param name="Seed">Same seed, same people and same order.</param>
/// <param name="KillPid">The node that is killed in the middle of the run; for the failover scenario.</param>
/// <param name="StorePid">The database's first process, to be measured with its children.</param>
/// <param name="Out">Where the report goes.</param>
public sealed record Options(
    string Scenario,
    IReadOnlyList<Uri> Targets,
    string? SessionsFile,
    string? Password,
    string? ReadersFile,
    int? Users,
    TimeSpan? Duration,
    IReadOnlyList<double> Rates,
    TimeSpan WarmUp,
    int Seed,
    int? StorePid,
    int? KillPid,
    string Out)
{
    public const string Usage = """
        usage: load-tests <directive|notify|register|signin|failover|pushes> --target URL[,URL…] --out DIR
            [--sessions FILE]   session cookies, as ./run mint-sessions writes them
            [--password TEXT]   the demo password that ./run prints; directive, register, signin and pushes need it
            [--readers FILE]    directive: sessions of other people, who read their inboxes 100 times a second
            [--users N]         people; all of the file
            [--minutes N]       how long, each step; may be a fraction
            [--rate N[,N…]]     arrivals a second, one step after the other
            [--warm-up N]       minutes of arrivals at the first rate that are judged, but not measured; 0
            [--seed N]          1
            [--kill-pid P]      failover: the node's process, which is killed with -9 in the middle
            [--store-pid P]     the database's first process, measured with its children
        Exit code: 0 all rules hold, 1 a rule is broken, 2 the run could not be made.
        """;

    /// <summary>Null when the arguments do not say what to do.</summary>
    public static Options? Parse(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length || !args[i].StartsWith("--", StringComparison.Ordinal))
                return null;
            values[args[i]] = args[i + 1];
        }

        if (args.Length == 0 || !values.TryGetValue("--target", out var targets) || !values.TryGetValue("--out", out var output))
            return null;
        return new Options(
            args[0],
            [.. targets.Split(',').Select(target => new Uri(target.TrimEnd('/')))],
            values.GetValueOrDefault("--sessions"),
            values.GetValueOrDefault("--password"),
            values.GetValueOrDefault("--readers"),
            Number(values, "--users") is { } users ? (int)users : null,
            Number(values, "--minutes") is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            Numbers(values, "--rate"),
            TimeSpan.FromMinutes(Number(values, "--warm-up") ?? 0),
            (int)(Number(values, "--seed") ?? 1),
            Number(values, "--store-pid") is { } pid ? (int)pid : null,
            Number(values, "--kill-pid") is { } kill ? (int)kill : null,
            output);
    }

    private static double[] Numbers(Dictionary<string, string> values, string name) => values.TryGetValue(name, out var text)
        ? [.. text.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]
        : [];

    private static double? Number(Dictionary<string, string> values, string name) =>
        values.TryGetValue(name, out var text) ? double.Parse(text, CultureInfo.InvariantCulture) : null;
}
