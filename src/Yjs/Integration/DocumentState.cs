using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>All that a document holds, and the one way in which it changes.</summary>
internal sealed class DocumentState
{
    private readonly Transaction transaction = new();
    private readonly Integrator integrator;
    private readonly Collection collection;

    public DocumentState()
    {
        integrator = new Integrator(Store, Roots, transaction);
        collection = new Collection(Store, transaction);
    }

    public StructStore Store { get; } = new();

    public Dictionary<string, SharedType> Roots { get; } = new(StringComparer.Ordinal);

    /// <summary>Structs that wait for others, by client.</summary>
    public Dictionary<long, List<Struct>> Waiting { get; private set; } = IntegrationPlan.NothingWaits;

    /// <summary>Deletions of what has not come yet.</summary>
    public DeleteSet WaitingDeletions { get; private set; } = new();

    public int WaitingCount => Waiting.Values.Sum(structs => structs.Count);

    /// <summary>Did the last change bring in something else than it was told?</summary>
    public bool WasAltered => transaction.IsAltered;

    /// <summary>What the last change cost beside the structs that it brought.</summary>
    public (long Comparisons, long Numbered) Cost => (transaction.Comparisons, transaction.Numbered);

    /// <summary>Rises with every change that was carried out.</summary>
    public long Version { get; private set; }

    /// <summary>About so many bytes of memory.</summary>
    public long WeightBytes => integrator.WeightBytes + (long)Store.StructCount * UpdatePolicy.StructBytes;

    public IntegrationPlan Plan(DecodedUpdate update) => IntegrationPlanner.Plan(Store, Waiting, update);

    /// <summary>Carries out a plan that was made on this very state.</summary>
    /// <param name="comparisonsMax">See <see cref="UpdateLimits.ComparisonsMax"/>.</param>
    public void CarryOut(IntegrationPlan plan, DeleteSet deletions, long comparisonsMax)
    {
        transaction.Clear();
        integrator.ComparisonsMax = comparisonsMax;
        foreach (var added in plan.Order)
            integrator.Integrate(added);
        Waiting = plan.Waiting;
        Delete(deletions);
        integrator.WeightBytes -= collection.Collect();
        Store.StructCount -= Merging.Merge(transaction);
        Version++;
    }

    /// <summary>What the last change deleted, whether it was told to or had to.</summary>
    public DeleteSet JustDeleted()
    {
        var set = new DeleteSet();
        foreach (var item in transaction.Deleted)
            set.Add(item.Id.Client, item.Clock, item.Length);
        return set;
    }

    private void Delete(DeleteSet incoming)
    {
        if (incoming.IsEmpty && WaitingDeletions.IsEmpty)
            return;
        var before = WaitingDeletions;
        WaitingDeletions = new DeleteSet();
        Delete(before.Clients);
        Delete(incoming.Clients);
        WaitingDeletions.Normalise();
    }

    private void Delete(IEnumerable<KeyValuePair<long, List<ClockRange>>> clients)
    {
        foreach (var (client, ranges) in clients)
        {
            var state = Store.StateOf(client);
            integrator.Deletion.DeleteRanges(client, ranges);
            foreach (var range in ranges)
            {
                if (range.End > state)
                    WaitingDeletions.Add(client, Math.Max(range.Clock, state), range.End - Math.Max(range.Clock, state));
            }
        }
    }
}
