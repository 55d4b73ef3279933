using PartyRealtime.Contracts.Deliveries;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Deliveries of one tile in one state.</summary>
internal sealed record TallyRow
{
    public string Tile { get; init; } = "";

    public DeliveryState State { get; init; }

    public RecallAnswer Recall { get; init; }

    public int Units { get; init; }

    public int Opened { get; init; }

    public long Positions { get; init; }
}
