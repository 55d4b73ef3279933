using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>The names that one page shows.</summary>
/// <param name="Officials">Who is named as a person.</param>
/// <param name="Holders">Whoever holds or held the seats that are named.</param>
/// <param name="Today">The day of the page.</param>
internal sealed record PeopleNames(IReadOnlyDictionary<OfficialId, string> Officials, ILookup<SeatId, SeatHeld> Holders, DateOnly Today)
{
    public PersonRef? Person(OfficialId? id) => id is { } official ? Person(official) : null;

    public PersonRef Person(OfficialId id) => new(id, Officials.GetValueOrDefault(id, ""));

    /// <summary>Who holds the seat today; empty for nobody.</summary>
    public string Holder(SeatId seat) => HolderOn(seat, Today);

    /// <summary>Who held the seat on that day: what was given to somebody was not given to who came after them.</summary>
    public string HolderOn(SeatId seat, DateOnly day) =>
        string.Join(", ", Holders[seat].Where(held => held.ValidFrom <= day && (held.ValidTo is not { } end || end > day)).Select(held => held.Name));
}
