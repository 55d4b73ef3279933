using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Storage.Search;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Search;

/// <summary>How many searches a node makes at once: they are the longest reads there are, and others need its connections.</summary>
/// <param name="waitMax">How long one waits for a place.</param>
internal sealed class SearchGate(ISearchReads search, TimeSpan waitMax) : IDisposable
{
    /// <summary>Of the 24 connections for reading.</summary>
    public const int AtOnceMax = 8;

    /// <summary>Of one person, with several pages open: nobody else's searches wait for theirs.</summary>
    public const int OfPersonMax = 2;

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    private readonly PersonPlaces _places = new(AtOnceMax, OfPersonMax, waitMax);

    public SearchGate(ISearchReads search)
        : this(search, WaitMax)
    {
    }

    /// <summary>What was found, or Busy when no place was free in time, the node's or the person's.</summary>
    public Task<Outcome<SearchPage>> Documents(Actor actor, string question, int max, CancellationToken cancellation) =>
        _places.Take<SearchPage>(
            actor.Official, async () => await search.Documents(actor, question, max, cancellation), () => RefusalCode.Busy, cancellation);

    public void Dispose() => _places.Dispose();
}
