using System.Collections.Immutable;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits;

/// <summary>
/// Forgets rows when they have been kept for their time, in small steps through the writer. Every node does it; the steps of
/// several do not wait for each other.
/// </summary>
internal sealed class Retention : IDisposable
{
    /// <summary>For this long a repetition of a command gets the stored answer.</summary>
    public static readonly TimeSpan ClaimsKept = TimeSpan.FromDays(30);

    /// <summary>A device whose cursor is older is told to resync.</summary>
    public static readonly TimeSpan TombstonesKept = TimeSpan.FromDays(30);

    /// <summary>After they expired, or would have, sessions are of no use to anybody.</summary>
    public static readonly TimeSpan SessionsKept = TimeSpan.FromDays(1);

    /// <summary>For this long it can be shown who wrote what in a draft, update by update.</summary>
    public static readonly TimeSpan DraftUpdatesKept = TimeSpan.FromDays(365);

    /// <summary>A snapshot with a later one beside it is of use to nobody.</summary>
    public static readonly TimeSpan DraftSnapshotsKept = TimeSpan.FromDays(1);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    private static readonly ImmutableArray<SweepKind> Kinds =
        [SweepKind.Claims, SweepKind.Tombstones, SweepKind.Sessions, SweepKind.DraftUpdates, SweepKind.DraftSnapshots];

    private readonly CommitQueue queue;
    private readonly TimeProvider clock;
    private readonly PeriodicTask sweeps;

    public Retention(CommitQueue queue, TimeProvider clock)
    {
        (this.queue, this.clock) = (queue, clock);
        sweeps = new PeriodicTask(Interval, clock, SweepAll);
    }

    public void Start() => sweeps.Start();

    public Task Stop() => sweeps.Stop();

    public void Dispose() => sweeps.Dispose();

    /// <summary>Removes all of one kind that are old enough; how many there were.</summary>
    public async Task<int> Sweep(SweepKind kind, CancellationToken stopping = default)
    {
        var before = (clock.GetUtcNow() - Kept(kind)).ToUnixTimeMilliseconds();
        var total = 0;
        int removed;
        do
            total += removed = (await queue.Sweep(kind, before)).Rows;
        while (removed == QueuedSweep.RowsMax && !stopping.IsCancellationRequested);
        return total;
    }

    private static TimeSpan Kept(SweepKind kind) => kind switch
    {
        SweepKind.Claims => ClaimsKept,
        SweepKind.Tombstones => TombstonesKept,
        SweepKind.Sessions => SessionsKept,
        SweepKind.DraftUpdates => DraftUpdatesKept,
        SweepKind.DraftSnapshots => DraftSnapshotsKept,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Swept elsewhere."),
    };

    private async Task SweepAll(CancellationToken stopping)
    {
        foreach (var kind in Kinds)
            await Sweep(kind, stopping);
    }
}
