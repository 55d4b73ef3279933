namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>
/// The same acts, seen at screens and seen by nobody; CPU seconds are those of all servers, without what they use when
/// nothing is done.
/// </summary>
/// <param name="Acts">Acts that were seen; as many were not.</param>
/// <param name="Pushes">What arrived at screens.</param>
/// <param name="CommitSeconds">For 100,000 acts that nobody sees.</param>
/// <param name="PushSeconds">For 100,000 pushes, above the acts.</param>
/// <param name="Error">The standard error of <paramref name="PushSeconds"/>, from how much the runs differ.</param>
public sealed record PairedCost(long Acts, long Pushes, double CommitSeconds, double PushSeconds, double Error)
{
    private const double Unit = 100_000;

    /// <param name="acts">Acts of one run.</param>
    /// <param name="seen">Seconds of each run that was seen.</param>
    /// <param name="unseen">Seconds of as many others.</param>
    /// <param name="pushes">Pushes of all that were seen.</param>
    public static PairedCost Of(long acts, IReadOnlyList<double> seen, IReadOnlyList<double> unseen, long pushes)
    {
        var perRun = Unit * seen.Count / Math.Max(1, pushes);
        var error = Math.Sqrt((Variance(seen) + Variance(unseen)) / seen.Count);
        return new PairedCost(
            acts * seen.Count, pushes, unseen.Average() / acts * Unit, (seen.Average() - unseen.Average()) * perRun, error * perRun);
    }

    private static double Variance(IReadOnlyList<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Count - 1);
    }
}
