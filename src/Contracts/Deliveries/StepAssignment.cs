using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One seat named in an assignment.</summary>
[GenerateSerializer, Immutable, Alias("step-assignment")]
public sealed record StepAssignment([property: Id(0)] SeatId Seat, [property: Id(1)] StepRole Role);
