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
        var units = actor.Seats
            .Where(seat => seat.Role is SeatRole.Clerk or SeatRole.Leader && seat.Unit is not null)
            .Select(seat => seat.Unit!.Value)
            .SelectMany(unit => organisation.Predecessors(unit).Prepend(unit))
            .Distinct();
        return new ReaderScope(actor.Official, actor.Clearance, [.. actor.Seats.Select(seat => seat.Seat)], [.. units]);
    }
}
