using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Live;

/// <summary>
/// Pushed: the seat stands at this head. A device whose cursor is not there yet, after the reads and pushes it is still
/// waiting for, has to catch up; any other ignores it.
/// </summary>
public sealed record Behind(SeatId Seat, long Head);
