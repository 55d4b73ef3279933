using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Policy;

/// <summary>What a person's right to see documents follows from, on one day.</summary>
/// <param name="Official">The person.</param>
/// <param name="Clearance">The highest secrecy that may be read.</param>
/// <param name="Seats">Every seat held.</param>
/// <param name="Units">
/// Units whose documents and deliveries are open to the person: where he or she is a clerk or leader, with the units
/// that were merged into them and have ended.
/// </param>
public sealed record ReaderScope(
    OfficialId Official, Secrecy Clearance, ImmutableArray<SeatId> Seats, ImmutableArray<UnitId> Units)
{
    public static ReaderScope Of(Actor actor, OrganisationMap organisation)
    {
        var units = actor.Seats.SelectMany(seat => UnitsOf(seat, organisation)).Distinct();
        return new ReaderScope(actor.Official, actor.Clearance, [.. actor.Seats.Select(seat => seat.Seat)], [.. units]);
    }

    /// <summary>What one seat opens: its own unit first, then the units that were merged into it; nothing but to a clerk or leader.</summary>
    public static IEnumerable<UnitId> UnitsOf(HeldSeat seat, OrganisationMap organisation) =>
        seat is { Role: SeatRole.Clerk or SeatRole.Leader, Unit: { } unit } ? organisation.Predecessors(unit).Prepend(unit) : [];
}
