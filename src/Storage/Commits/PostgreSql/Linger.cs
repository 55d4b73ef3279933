namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Decides whether a batch waits a moment for company. While callers are few it never does; above
/// <see cref="CommandsPerSecondMin"/> a millisecond buys almost half of the CPU for a few milliseconds of latency.
/// </summary>
internal sealed class Linger(TimeProvider clock)
{
    public static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(1);

    private const double CommandsPerSecondMin = 300;

    /// <summary>Callers that wait for their answers come in crowds already; a crowd this large gains nothing more.</summary>
    private const int BatchMax = 32;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    private long windowStart = clock.GetTimestamp();
    private int commands;
    private double rate;

    public bool IsWorthIt(int waiting) => rate > CommandsPerSecondMin && waiting < BatchMax;

    public void Count(int written)
    {
        commands += written;
        var elapsed = clock.GetElapsedTime(windowStart);
        if (elapsed < Window)
            return;
        rate = commands / elapsed.TotalSeconds;
        commands = 0;
        windowStart = clock.GetTimestamp();
    }
}
