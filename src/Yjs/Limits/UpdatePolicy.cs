using PartyRealtime.Yjs.Integration;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Limits;

/// <summary>Compares what an update would do to a document with what is allowed.</summary>
internal static class UpdatePolicy
{
    /// <summary>About so many bytes of memory for a struct beside its content.</summary>
    public const int StructBytes = 128;

    public static UpdateRefusal? Check(DocumentState state, DecodedUpdate update, IntegrationPlan plan, UpdateLimits limits)
    {
        if (FarAhead(state.Store, update, limits.ClockJumpMax) is { } jump)
            return new UpdateRefusal(UpdateRefusalCode.ClockTooFarAhead, $"{jump} units");
        var waiting = plan.WaitingCount;
        if (waiting > limits.PendingStructsMax && waiting > state.WaitingCount)
            return new UpdateRefusal(UpdateRefusalCode.PendingTooMany, $"{waiting} structs");
        var deletions = state.WaitingDeletions.RangeCount + WaitingRanges(state.Store, update);
        if (deletions > limits.PendingDeletionsMax && deletions > state.WaitingDeletions.RangeCount)
            return new UpdateRefusal(UpdateRefusalCode.PendingTooMany, $"{deletions} ranges of deletions");
        var clients = state.Store.ClientCount + update.Blocks.Count(block => state.Store.Of(block.Client) is null);
        if (clients > limits.ClientsMax && clients > state.Store.ClientCount)
            return new UpdateRefusal(UpdateRefusalCode.ClientsTooMany, $"{clients} clients");
        var bytes = state.WeightBytes + update.Bytes;
        if (update.Blocks.Count > 0 && bytes > limits.DocumentBytesMax)
            return new UpdateRefusal(UpdateRefusalCode.DocumentTooLarge, $"{bytes} bytes");
        var depth = NestingRule.DeepestOf(plan, state.Store);
        return depth > limits.NestingMax ? new UpdateRefusal(UpdateRefusalCode.NestingTooDeep, $"depth {depth}") : null;
    }

    /// <summary>The widest gap beyond the limit, or null.</summary>
    private static long? FarAhead(StructStore store, DecodedUpdate update, long jumpMax)
    {
        foreach (var block in update.Blocks)
        {
            var reached = store.StateOf(block.Client);
            foreach (var one in block.Structs)
            {
                if (one.Clock - reached > jumpMax)
                    return one.Clock - reached;
                reached = Math.Max(reached, one.End);
            }
        }
        foreach (var (client, ranges) in update.Deletions.Clients)
        {
            var ahead = ranges[^1].End - Reached(store, update, client);
            if (ahead > jumpMax)
                return ahead;
        }
        return null;
    }

    private static int WaitingRanges(StructStore store, DecodedUpdate update) => update.Deletions.Clients.Sum(client =>
    {
        var reached = Reached(store, update, client.Key);
        return client.Value.Count(range => range.End > reached);
    });

    private static long Reached(StructStore store, DecodedUpdate update, long client)
    {
        var state = store.StateOf(client);
        return update.BlockOf(client) is { } block ? Math.Max(state, block.Structs[^1].End) : state;
    }
}
