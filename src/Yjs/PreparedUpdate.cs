using PartyRealtime.Yjs.Integration;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs;

/// <summary>
/// An update that a document would take. Nothing is changed yet: its caller may store it first and commit it then, and
/// other updates may be committed between.
/// </summary>
public sealed class PreparedUpdate
{
    internal PreparedUpdate(DocumentState state, DecodedUpdate update, IntegrationPlan plan, long comparisonsMax)
    {
        (State, Update, Plan, Version, ComparisonsMax) = (state, update, plan, state.Version, comparisonsMax);
        NewContent = [.. Fresh(state.Store, update)];
        AddsNothing = NewContent.Count == 0 && update.Deletions.Clients
            .All(client => client.Value.TrueForAll(range => state.Store.IsDeleted(client.Key, range)));
    }

    /// <summary>The clients whose content it brings that the document lacked, and between which clocks it lies.</summary>
    public IReadOnlyList<KeyValuePair<long, ClockRange>> NewContent { get; }

    /// <summary>True when the document has all of it, deletions too: there is nothing to store and nothing to pass on.</summary>
    public bool AddsNothing { get; }

    /// <summary>Whether it brings content of this client, new or not.</summary>
    public bool Holds(long client) => Update.Blocks.Any(block => block.Client == client);

    internal DocumentState State { get; }

    internal DecodedUpdate Update { get; }

    internal IntegrationPlan Plan { get; }

    /// <summary>The version of the document that the plan was made on.</summary>
    internal long Version { get; }

    internal long ComparisonsMax { get; }

    internal bool IsCommitted { get; set; }

    private static IEnumerable<KeyValuePair<long, ClockRange>> Fresh(StructStore store, DecodedUpdate update)
    {
        foreach (var block in update.Blocks)
        {
            var from = Math.Max(store.StateOf(block.Client), block.Structs[0].Clock);
            if (block.Structs[^1].End > from)
                yield return new(block.Client, new ClockRange(from, block.Structs[^1].End - from));
        }
    }
}
