using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Storage.Search;

namespace PartyRealtime.Web.Search;

/// <summary>How many searches a node makes at once: they are the longest reads there are, and others need its connections.</summary>
internal sealed class SearchGate(ISearchReads search) : IDisposable
{
    /// <summary>Of the 24 connections for reading.</summary>
    public const int AtOnceMax = 8;

    private readonly SemaphoreSlim _places = new(AtOnceMax, AtOnceMax);

    /// <summary>How long one waits for a place.</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What was found, or Busy when no place was free in time.</summary>
    public async Task<Outcome<SearchPage>> Documents(Actor actor, string question, int max, CancellationToken cancellation)
    {
        if (!await _places.WaitAsync(WaitMax, cancellation))
            return RefusalCode.Busy;
        try
        {
            return await search.Documents(actor, question, max, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();
}
