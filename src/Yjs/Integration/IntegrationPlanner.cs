using PartyRealtime.Yjs.Structs;
using PartyRealtime.Yjs.Updates;

namespace PartyRealtime.Yjs.Integration;

/// <summary>
/// Orders the structs of an update, and those that waited for them, so that each comes after what it rests on: its
/// client's earlier units, its neighbours, its parent. Nothing is changed by it; carrying the plan out cannot fail.
/// Of k structs it takes O(k log k) time.
/// </summary>
internal sealed class IntegrationPlanner
{
    private readonly StructStore store;
    private readonly Dictionary<long, Lane> lanes = [];
    private readonly Stack<Lane> ready = new();
    private readonly Dictionary<long, PriorityQueue<Lane, long>> sleepers = [];
    private readonly List<Struct> order = [];
    private long turns;

    private IntegrationPlanner(StructStore store) => this.store = store;

    public static IntegrationPlan Plan(StructStore store, Dictionary<long, List<Struct>> waiting, DecodedUpdate update)
    {
        if (waiting.Count == 0 && update.Blocks.Count == 0)
            return new IntegrationPlan([], waiting);
        if (waiting.Count == 0 && update.Blocks is [var block] && IsInOrder(store, block))
            return new IntegrationPlan(block.Structs, waiting);
        var planner = new IntegrationPlanner(store);
        foreach (var (client, structs) in waiting)
            planner.Enter(client, structs);
        foreach (var incoming in update.Blocks)
            planner.Enter(incoming.Client, incoming.Structs);
        return planner.Run();
    }

    /// <summary>The common case, somebody typing: everything fits on as it is.</summary>
    private static bool IsInOrder(StructStore store, ClientBlock block)
    {
        var state = store.StateOf(block.Client);
        foreach (var added in block.Structs)
        {
            if (added.Clock != state || added is Item item && !(IsKnown(store, item.Origin, block.Client) &&
                IsKnown(store, item.RightOrigin, block.Client) && IsKnown(store, ParentOf(item), block.Client)))
                return false;
            state = added.End;
        }
        return true;
    }

    private static bool IsKnown(StructStore store, Id id, long self) => id.IsNone || id.Client == self || id.Clock < store.StateOf(id.Client);

    private static Id ParentOf(Item item) => item.Parent is ItemParent { Id: var id } ? id : Id.None;

    private void Enter(long client, List<Struct> structs)
    {
        if (lanes.TryGetValue(client, out var lane))
            lane.Structs = StructRuns.Union(lane.Structs, structs);
        else
            lanes.Add(client, new Lane(client, StructRuns.Union([], structs), store.StateOf(client)));
    }

    private IntegrationPlan Run()
    {
        foreach (var lane in lanes.Values)
            ready.Push(lane);
        while (ready.TryPop(out var lane))
            Advance(lane);
        var waiting = new Dictionary<long, List<Struct>>();
        foreach (var lane in lanes.Values.Where(lane => lane.Next < lane.Structs.Count))
            waiting.Add(lane.Client, lane.Structs[lane.Next..]);
        return new IntegrationPlan(order, waiting) { Turns = turns };
    }

    private void Advance(Lane lane)
    {
        turns++;
        for (; lane.Next < lane.Structs.Count && lane.Structs[lane.Next].Clock <= lane.State; lane.Next++)
        {
            var next = lane.Structs[lane.Next];
            if (next.End <= lane.State)
                continue;
            // What is left of a struct whose beginning is there rests on that beginning, no longer on its left neighbour.
            if (next.Clock < lane.State)
                lane.Structs[lane.Next] = next = next.SliceFrom((int)(lane.State - next.Clock));
            if (next is Item item && MissingOf(item) is { } missing)
            {
                Sleep(lane, missing);
                break;
            }
            order.Add(next);
            lane.State = next.End;
        }
        WakeThoseBehind(lane);
    }

    private void Sleep(Lane lane, Id missing)
    {
        if (!sleepers.TryGetValue(missing.Client, out var queue))
            sleepers.Add(missing.Client, queue = new PriorityQueue<Lane, long>());
        queue.Enqueue(lane, missing.Clock);
    }

    /// <summary>Whose unit is not planned yet sleeps on: woken each time for nothing, many would cost the square of their number.</summary>
    private void WakeThoseBehind(Lane lane)
    {
        if (!sleepers.TryGetValue(lane.Client, out var queue))
            return;
        while (queue.TryPeek(out var woken, out var clock) && clock < lane.State)
        {
            queue.Dequeue();
            ready.Push(woken);
        }
    }

    /// <summary>A unit that the item rests on and that is neither in the document nor planned.</summary>
    private Id? MissingOf(Item item)
    {
        if (!IsPlanned(item.Origin, item))
            return item.Origin;
        if (!IsPlanned(item.RightOrigin, item))
            return item.RightOrigin;
        var parent = ParentOf(item);
        return IsPlanned(parent, item) ? null : parent;
    }

    // An author's own earlier units are there when it is his turn.
    private bool IsPlanned(Id id, Item item) => id.IsNone || id.Client == item.Id.Client ||
        id.Clock < (lanes.TryGetValue(id.Client, out var lane) ? lane.State : store.StateOf(id.Client));

    /// <summary>The structs of one client, and how far they are planned.</summary>
    private sealed class Lane(long client, List<Struct> structs, long state)
    {
        public long Client { get; } = client;

        public List<Struct> Structs { get; set; } = structs;

        public int Next { get; set; }

        public long State { get; set; } = state;
    }
}
