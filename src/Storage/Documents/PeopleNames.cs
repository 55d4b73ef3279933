using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>The names that one page shows.</summary>
internal sealed record PeopleNames(IReadOnlyDictionary<OfficialId, string> Officials, IReadOnlyDictionary<SeatId, string> Holders)
{
    public PersonRef? Person(OfficialId? id) => id is { } official ? Person(official) : null;

    public PersonRef Person(OfficialId id) => new(id, Officials.GetValueOrDefault(id, ""));

    public string Holder(SeatId seat) => Holders.GetValueOrDefault(seat, "");
}
