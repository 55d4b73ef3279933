using System.Collections.Concurrent;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>What the screens of a run met, counted together.</summary>
public sealed class ScreenTally
{
    private readonly ConcurrentDictionary<TimeSpan, long> _comeBacks = new();
    private long _pushed, _gaps, _old, _repeated, _behind, _reconnects, _refused, _resyncs, _catchUpsRefused;

    /// <summary>The counts by name.</summary>
    public IReadOnlyDictionary<string, long> Counts => new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["pushes"] = _pushed,
        ["gaps, repaired by catching up"] = _gaps,
        ["old pushes, ignored"] = _old,
        ["positions pushed again"] = _repeated,
        ["told to be behind"] = _behind,
        ["reconnects"] = _reconnects,
        ["connects refused"] = _refused,
        ["resyncs"] = _resyncs,
        ["catch-ups refused"] = _catchUpsRefused,
    };

    /// <summary>Pushes that a screen stood at or beyond already.</summary>
    public long OldPushes => Interlocked.Read(ref _old);

    /// <summary>Pushes before which something was missing.</summary>
    public long Gaps => Interlocked.Read(ref _gaps);

    public void Pushed() => Interlocked.Increment(ref _pushed);

    public void Gap() => Interlocked.Increment(ref _gaps);

    public void Old() => Interlocked.Increment(ref _old);

    /// <summary>Positions at or below one that the same connection had pushed before; a node never does that.</summary>
    public long Repeats => Interlocked.Read(ref _repeated);

    public void Repeated() => Interlocked.Increment(ref _repeated);

    public void ToldBehind() => Interlocked.Increment(ref _behind);

    public void Reconnected() => Interlocked.Increment(ref _reconnects);

    public void ConnectRefused() => Interlocked.Increment(ref _refused);

    /// <summary>How often a full node said after what time to come back, by that time.</summary>
    public IReadOnlyDictionary<TimeSpan, long> ComeBacks => _comeBacks;

    public void ToldToComeBack(TimeSpan after) => _comeBacks.AddOrUpdate(after, 1, (_, count) => count + 1);

    public void Resynced() => Interlocked.Increment(ref _resyncs);

    public void CatchUpRefused() => Interlocked.Increment(ref _catchUpsRefused);
}
