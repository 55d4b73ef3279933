namespace PartyRealtime.LoadTests.Wire;

/// <summary>
/// When a screen that lost its connection tries again, by the rules of the browser's client (<c>client/src/live</c>):
/// when a node that stops has told it, else within a second; after each try in vain within about twice the time, at most
/// 45 s. A time that a full node told, which no browser gets to see, is kept.
/// </summary>
/// <param name="random">Spreads the tries of all screens.</param>
public sealed class ReconnectPlan(Random random)
{
    private static readonly TimeSpan FirstMax = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryMin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RetryMax = TimeSpan.FromSeconds(30);

    private TimeSpan? _told;
    private int _failed;

    /// <summary>The node said when to come back after the connection that it is about to close.</summary>
    public void Told(TimeSpan after) => _told = after;

    /// <summary>The connection ended: the wait before the first try.</summary>
    public TimeSpan Lost()
    {
        var wait = _told ?? (random.NextDouble() * FirstMax);
        (_told, _failed) = (null, 0);
        return wait;
    }

    /// <summary>The page is loaded anew: what it had tried in vain is forgotten.</summary>
    public void Reloaded() => _failed = 0;

    /// <summary>A try failed: the wait before the next.</summary>
    public TimeSpan Failed(TimeSpan? told)
    {
        if (told is { } after)
            return after;
        var wait = RetryMin * Math.Pow(2, Math.Min(_failed++, 10));
        return (wait < RetryMax ? wait : RetryMax) * (0.5 + random.NextDouble());
    }
}
