using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Web.Auth;

/// <summary>An open session with its owner's rights as last read, at most 5 s ago.</summary>
public sealed record LiveSession(SessionKey Key, SessionRecord Record)
{
    /// <summary>
    /// The person with the seats held on this day. An acting seat that is not held is not taken over.
    /// </summary>
    public Actor ActorOn(DateOnly day, SeatId? acting)
    {
        var seats = Record.Seats.Where(span => span.Covers(day)).Select(span => span.Seat).ToList();
        var isHeld = acting is { } seat && seats.Exists(held => held.Seat == seat);
        return new Actor(Record.Official, Record.Name, [.. seats], isHeld ? acting : null, Record.Clearance);
    }
}
