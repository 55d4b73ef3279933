using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A seat; its inbox head is made with it.</summary>
public sealed record SeatRow : IRow
{
    public required SeatId Id { get; init; }

    public required SeatKind Kind { get; init; }

    public required SeatRole Role { get; init; }

    public UnitId? Unit { get; init; }

    public required string Title { get; init; }
}
