using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>Whose seats and accounts a person manages. Everything else is as if it did not exist.</summary>
public static class StaffScope
{
    /// <summary>
    /// A unit's admin manages the unit's desk and posts, and those of the rooms and departments below it.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="ladder">The seat's unit and each one above it up to the body that keeps its registers.</param>
    public static bool MayManage(Actor actor, IEnumerable<UnitFacts> ladder) =>
        ladder.Any(unit => actor.SeatIn(unit.Id, SeatRole.UnitAdmin) is not null);

    /// <summary>
    /// The admin of all the units that a person holds anything in may disable the account; an operator any. Whoever holds
    /// nothing is the operator's until a unit takes the person in, and whoever holds a post of no unit is always.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="ladders">For each desk and post that the person holds, its unit's; empty where it has no unit.</param>
    public static bool MaySwitch(Actor actor, IReadOnlyCollection<IEnumerable<UnitFacts>> ladders) =>
        actor.Seats.Any(seat => seat.Role == SeatRole.Operator)
        || (ladders.Count > 0 && ladders.All(ladder => MayManage(actor, ladder)));
}
