using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// Makes a draft's updates durable, in their order: one commit in flight, what comes meanwhile goes into the next one.
/// The key (draft, place) is the fence: where a twin of this grain has written a place, the commit is refused whole.
/// After the first commit that is not known to be durable nothing more is written, and everything waiting is answered false.
/// </summary>
/// <param name="writer">The commit writer.</param>
/// <param name="head">The last place that is durable.</param>
/// <param name="onSaved">Called for each batch once it is durable, in order, before those who wait for it are answered.</param>
/// <param name="onDoubt">Called once, with the result that is no success; null for a fault.</param>
internal sealed class DraftLog(ICommitWriter writer, long head, Action<DraftBatch> onSaved, Action<CommitResult?> onDoubt)
{
    /// <summary>Bytes that wait or are in flight; one more update is to be sent again later.</summary>
    public const long WaitingBytesMax = 16_000_000;

    private static readonly Task<bool> Nothing = Task.FromResult(true);

    private readonly Queue<DraftBatch> batches = new();
    private DraftBatch? newest;
    private long bytes;
    private bool isRunning;

    /// <summary>The last place that is durable.</summary>
    public long Head { get; private set; } = head;

    /// <summary>Something was not written, or is not known to be.</summary>
    public bool IsInDoubt { get; private set; }

    public bool IsFull => bytes >= WaitingBytesMax;

    /// <summary>True as soon as everything that was added so far is durable; false when it is not known to be.</summary>
    public Task<bool> Saved => IsInDoubt ? Task.FromResult(false) : newest?.Saved ?? Nothing;

    /// <summary>Adds an update behind the others; it goes with the next <see cref="Send"/>.</summary>
    public void Add(DraftTake take, DraftUpdate update)
    {
        if (newest is null or { IsSent: true } or { IsFull: true })
            batches.Enqueue(newest = new DraftBatch(take.Seq));
        newest.Add(take, update);
        bytes += update.Bytes.Length;
    }

    /// <summary>Begins to write what was added, unless a commit is in flight: then it follows that one.</summary>
    public void Send()
    {
        if (isRunning || IsInDoubt || batches.Count == 0)
            return;
        isRunning = true;
        _ = Run();
    }

    private async Task Run()
    {
        while (batches.TryPeek(out var batch))
        {
            batch.IsSent = true;
            var result = await Write(batch);
            if (result is not CommitResult.Committed)
            {
                Doubt(result);
                break;
            }

            batches.Dequeue();
            bytes -= batch.Bytes;
            Head = batch.First + batch.Updates.Count - 1;
            onSaved(batch);
            batch.Answer(isSaved: true);
        }

        isRunning = false;
    }

    private async Task<CommitResult?> Write(DraftBatch batch)
    {
        try
        {
            return await writer.Write(new Commit { By = Actor.System, Appends = [], Rows = [.. batch.Rows] });
        }
        catch (Exception)
        {
            // A bug; whether it was written is not known.
            return null;
        }
    }

    private void Doubt(CommitResult? result)
    {
        IsInDoubt = true;
        foreach (var batch in batches)
            batch.Answer(isSaved: false);
        batches.Clear();
        onDoubt(result);
    }
}
