using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation;

/// <summary>Finds people in the tables.</summary>
public interface IOfficialReads
{
    /// <summary>
    /// People whose name begins with the query, by family or by given name, or ends with it from a middle name on;
    /// without diacritics, exact marks first, then in Vietnamese order of given names. Disabled accounts are left out.
    /// At most <paramref name="take"/>; a query of one letter or more.
    /// </summary>
    Task<ImmutableArray<OfficialLine>> Search(string query, int take, CancellationToken cancellation = default);

    /// <summary>These people, in no order; also those whose accounts are disabled.</summary>
    Task<ImmutableArray<OfficialLine>> Lines(IReadOnlyCollection<OfficialId> officials, CancellationToken cancellation = default);

    /// <summary>Who holds these desks and posts on this day, by seat.</summary>
    Task<ILookup<SeatId, PersonRef>> Holders(IReadOnlyCollection<SeatId> seats, DateOnly day, CancellationToken cancellation = default);
}
