using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Storage.Search;
using PartyRealtime.Web.Search;

namespace PartyRealtime.WireTests.Search;

/// <summary>Searches have so many places, and who finds none is told so.</summary>
public sealed class SearchGateTests
{

    [Fact]
    public async Task One_more_than_there_are_places_is_told_that_the_node_is_busy_and_finds_a_place_afterwards()
    {
        var slow = new SlowSearch();
        using var gate = new SearchGate(slow, TimeSpan.FromMilliseconds(50));
        var running = Enumerable.Range(0, SearchGate.AtOnceMax).Select(Search).ToList();

        Assert.Equal(RefusalCode.Busy, (await Search(SearchGate.AtOnceMax)).Refusal?.Code);
        slow.End();
        Assert.All(await Task.WhenAll(running), found => Assert.True(found.IsOk));
        Assert.True((await Search(0)).IsOk);

        Task<Outcome<SearchPage>> Search(int person) => gate.Documents(Reader(person), "nước sạch", 1, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_searches_more_than_one_may_at_once_waits_for_themself_and_keeps_nobody_else_waiting()
    {
        var slow = new SlowSearch();
        using var gate = new SearchGate(slow, TimeSpan.FromMilliseconds(50));
        var running = Enumerable.Range(0, SearchGate.OfPersonMax).Select(_ => Search(1)).ToList();

        Assert.Equal(RefusalCode.Busy, (await Search(1)).Refusal?.Code);
        running.Add(Search(2));
        slow.End();
        Assert.All(await Task.WhenAll(running), found => Assert.True(found.IsOk));
        Assert.True((await Search(1)).IsOk);

        Task<Outcome<SearchPage>> Search(int person) => gate.Documents(Reader(person), "nước sạch", 1, TestContext.Current.CancellationToken);
    }

    private static Actor Reader(int person) => new(new OfficialId(person), "Người tìm", [], null, Secrecy.Normal);

    private sealed class SlowSearch : ISearchReads
    {
        private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void End() => _end.SetResult();

        public async Task<SearchPage> Documents(Actor actor, string question, int max, CancellationToken cancellation = default)
        {
            await _end.Task;
            return new SearchPage(0, More: false, Left: false, []);
        }
    }
}
