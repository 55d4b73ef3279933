using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>Who holds a seat, and when.</summary>
public sealed record SeatHolderRow : IRow
{
    public required SeatId Seat { get; init; }

    public required OfficialId Official { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day it is no longer held.</summary>
    public DateOnly? ValidTo { get; init; }
}
