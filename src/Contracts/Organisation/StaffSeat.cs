using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A desk or post with who holds it, today or from a later day.</summary>
public sealed record StaffSeat(
    SeatId Seat, SeatKind Kind, SeatRole Role, string Title, UnitRef Unit, ImmutableArray<StaffHolder> Holders);
