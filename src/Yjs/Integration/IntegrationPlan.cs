using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>What an update does to a document: which structs go in, in which order, and which wait.</summary>
/// <param name="Waiting">All structs that wait afterwards, by client.</param>
internal sealed record IntegrationPlan(List<Struct> Order, Dictionary<long, List<Struct>> Waiting)
{
    /// <summary>How often a client's structs were gone on with: once for each client, and for each thing that a struct rests on.</summary>
    public long Turns { get; init; }

    public static Dictionary<long, List<Struct>> NothingWaits { get; } = [];

    public int WaitingCount => Waiting.Values.Sum(structs => structs.Count);
}
