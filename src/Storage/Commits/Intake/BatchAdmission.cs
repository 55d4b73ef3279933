using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits.Rows;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>
/// Chooses which waiting commands share a transaction. Two that touch one stream, row, item or command id do not: the
/// second must be decided on what the first left. Inbox heads and registers are folded and limit nothing.
/// </summary>
internal sealed class BatchAdmission
{
    public const int CommandsMax = 512;
    public const int RowsMax = 20_000;

    /// <summary>Bytes of binary columns; a command that has more by itself is written alone.</summary>
    public const long BytesMax = 16_000_000;

    private readonly HashSet<StreamId> streams = [];
    private readonly HashSet<RowKey> rows = [];
    private readonly HashSet<ItemKey> items = [];
    private readonly HashSet<CommandKey> commands = [];

    /// <summary>
    /// Moves from <paramref name="waiting"/> into a new batch, oldest first, whatever fits; the oldest always does, unless
    /// it touches what one <paramref name="aside"/> touches.
    /// </summary>
    public List<QueuedCommit> Take(List<QueuedCommit> waiting, IReadOnlyCollection<QueuedCommit> aside)
    {
        streams.Clear();
        rows.Clear();
        items.Clear();
        commands.Clear();
        foreach (var queued in aside)
            Occupy(queued);
        var batch = new List<QueuedCommit>(Math.Min(waiting.Count, CommandsMax));
        var weight = 0;
        var bytes = 0L;
        var kept = 0;
        for (var at = 0; at < waiting.Count; at++)
        {
            var queued = waiting[at];
            var fits = batch.Count < CommandsMax && (weight == 0 || (weight + queued.Weight <= RowsMax && bytes + queued.Bytes <= BytesMax));
            if (fits && IsFree(queued))
            {
                Occupy(queued);
                batch.Add(queued);
                weight += queued.Weight;
                bytes += queued.Bytes;
            }
            else
            {
                waiting[kept++] = queued;
            }
        }

        waiting.RemoveRange(kept, waiting.Count - kept);
        return batch;
    }

    private bool IsFree(QueuedCommit queued)
    {
        var commit = queued.Commit;
        if (commit.Claim is { } claim && commands.Contains(claim.Key))
            return false;
        foreach (var append in commit.Appends)
        {
            if (streams.Contains(append.Stream))
                return false;
        }

        foreach (var change in commit.Inbox)
        {
            if (items.Contains(change.Key))
                return false;
        }

        foreach (var key in queued.RowKeys)
        {
            if (rows.Contains(key))
                return false;
        }

        return true;
    }

    private void Occupy(QueuedCommit queued)
    {
        if (queued.Commit.Claim is { } claim)
            commands.Add(claim.Key);
        foreach (var append in queued.Commit.Appends)
            streams.Add(append.Stream);
        foreach (var change in queued.Commit.Inbox)
            items.Add(change.Key);
        foreach (var key in queued.RowKeys)
            rows.Add(key);
    }
}
