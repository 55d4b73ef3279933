using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Demo;

/// <summary>Something that one official of the demo organisation could do next.</summary>
public sealed record TrafficTask
{
    public DeliveryId Delivery { get; init; }

    public DeliveryState State { get; init; }

    /// <summary>The open lead step, where there is one.</summary>
    public StepId? Step { get; init; }

    public StepState? StepState { get; init; }

    /// <summary>A specialist's seat of the unit, for an assignment.</summary>
    public SeatId? Specialist { get; init; }

    /// <summary>Who would do it.</summary>
    public OfficialId Official { get; init; }
}
