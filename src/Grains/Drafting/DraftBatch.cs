using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>Consecutive updates that are made durable by one commit.</summary>
internal sealed class DraftBatch(long first)
{
    /// <summary>Updates of one commit.</summary>
    public const int UpdatesMax = 500;

    /// <summary>Bytes of the updates of one commit, unless one alone has more.</summary>
    public const int BytesMax = 4_000_000;

    private readonly TaskCompletionSource<bool> saved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The place of its first update.</summary>
    public long First { get; } = first;

    public List<IRow> Rows { get; } = [];

    public List<DraftUpdate> Updates { get; } = [];

    public long Bytes { get; private set; }

    /// <summary>It is on its way: nothing can be added.</summary>
    public bool IsSent { get; set; }

    public bool IsFull => Updates.Count >= UpdatesMax || Bytes >= BytesMax;

    /// <summary>True when it is durable, false when it is not known to be.</summary>
    public Task<bool> Saved => saved.Task;

    public void Add(DraftTake take, DraftUpdate update)
    {
        Rows.AddRange(take.Rows);
        Updates.Add(update);
        Bytes += update.Bytes.Length;
    }

    public void Answer(bool isSaved) => saved.TrySetResult(isSaved);
}
