using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Deliveries;

/// <summary>What an act on a delivery writes.</summary>
internal sealed record DeliveryDecision
{
    /// <summary>The delivery afterwards, its position not yet moved.</summary>
    public required DeliveryRow Row { get; init; }

    /// <summary>All steps afterwards; unchanged ones are the same instances as before.</summary>
    public required ImmutableArray<StepRow> Steps { get; init; }

    public required ImmutableArray<Fact> Facts { get; init; }

    public SeatId? Seat { get; init; }

    /// <summary>The unit that acts; null for the receiving one.</summary>
    public UnitId? ActingUnit { get; init; }

    public RegisterTake? Take { get; init; }
}
