using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Search;

namespace PartyRealtime.Storage.Search;

/// <summary>Finds documents by symbol, abstract and sender, without diacritics.</summary>
public interface ISearchReads
{
    /// <summary>At most <paramref name="max"/> hits: exact marks before folded, newest first within each.</summary>
    Task<SearchPage> Documents(Actor actor, string question, int max, CancellationToken cancellation = default);
}
