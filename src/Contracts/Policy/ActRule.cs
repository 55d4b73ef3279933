using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>Who may do an act, and what the request must carry.</summary>
/// <param name="Act">The act.</param>
/// <param name="NeedsSession">False only for what a person without a session may do.</param>
/// <param name="Roles">A person must hold a seat of one of these roles today; empty when being signed in is enough.</param>
/// <param name="IsCommand">The request changes something that is acknowledged: it carries an idempotency key.</param>
public sealed record ActRule(Act Act, bool NeedsSession, ImmutableArray<SeatRole> Roles, bool IsCommand)
{
    /// <summary>Whether the person may do the act somewhere; where exactly is decided on the unit or document.</summary>
    public bool Allows(Actor actor) => Roles.IsEmpty || actor.Seats.Any(seat => Roles.Contains(seat.Role));

    /// <summary>The seat that the person does the act from in this unit, the acting seat first; null when there is none.</summary>
    public HeldSeat? SeatIn(Actor actor, UnitId unit) => Roles
        .Select(role => actor.SeatIn(unit, role))
        .Where(seat => seat is not null)
        .OrderByDescending(seat => seat!.Seat == actor.ActingSeat)
        .FirstOrDefault();
}
