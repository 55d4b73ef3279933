using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person as the rules see it: the seats held today, and the clearance.</summary>
/// <param name="Official">The person.</param>
/// <param name="Name">The name to show beside the act.</param>
/// <param name="Seats">Every seat held at the moment of the act, by validity dates.</param>
/// <param name="ActingSeat">The seat chosen by a person who has several; null when the rule may infer it.</param>
/// <param name="Clearance">The highest secrecy this person may read.</param>
[GenerateSerializer, Immutable, Alias("actor")]
public sealed record Actor(
    [property: Id(0)] OfficialId Official,
    [property: Id(1)] string Name,
    [property: Id(2)] ImmutableArray<HeldSeat> Seats,
    [property: Id(3)] SeatId? ActingSeat,
    [property: Id(4)] Secrecy Clearance)
{
    /// <summary>The system itself, acting in jobs.</summary>
    public static Actor System { get; } =
        new(new OfficialId(0), "system", [], null, Secrecy.Secret);

    /// <summary>The seat of this role in this unit that the person acts from; the acting seat wins where it fits.</summary>
    public HeldSeat? SeatIn(UnitId unit, SeatRole role)
    {
        HeldSeat? found = null;
        foreach (var seat in Seats)
        {
            if (seat.Unit != unit || seat.Role != role)
                continue;
            if (seat.Seat == ActingSeat)
                return seat;
            found ??= seat;
        }

        return found;
    }

    /// <summary>Whether the person holds this seat now.</summary>
    public bool Holds(SeatId seat) => Seats.Any(held => held.Seat == seat);

    /// <summary>Whether the person holds any seat in this unit.</summary>
    public bool IsIn(UnitId unit) => Seats.Any(held => held.Unit == unit);
}
