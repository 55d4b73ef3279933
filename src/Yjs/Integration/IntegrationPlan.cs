using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Yjs.Integration;

/// <summary>What an update does to a document: which structs go in, in which order, and which wait.</summary>
/// <param name="Waiting">All structs that wait afterwards, by client.</param>
internal sealed record IntegrationPlan(List<Struct> Order, Dictionary<long, List<Struct>> Waiting)
{
    public static Dictionary<long, List<Struct>> NothingWaits { get; } = [];

    public int WaitingCount => Waiting.Values.Sum(structs => structs.Count);
}
