using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Sessions;

/// <summary>A seat and when its holder holds it; <paramref name="ValidTo"/> is the first day it is no longer held.</summary>
public sealed record SeatSpan(HeldSeat Seat, DateOnly ValidFrom, DateOnly? ValidTo)
{
    public bool Covers(DateOnly day) => ValidFrom <= day && (ValidTo is not { } end || day < end);
}
