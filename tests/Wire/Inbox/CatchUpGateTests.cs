using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Inbox;

namespace PartyRealtime.WireTests.Inbox;

public sealed class CatchUpGateTests
{
    [Fact]
    public async Task One_more_than_the_places_is_busy_and_told_when_to_come_back()
    {
        using var gate = new CatchUpGate();
        var answer = new TaskCompletionSource<InboxCatchUp>();
        var inside = Enumerable.Range(0, CatchUpGate.AtOnceMax).Select(_ => gate.Pass(() => answer.Task, default)).ToArray();

        var turned = await gate.Pass(() => throw new InvalidOperationException("There is no place."), default);
        Assert.Equal(RefusalCode.Busy, turned.Refusal!.Code);
        Assert.InRange(int.Parse(turned.Refusal.Params!["retryAfterMs"], System.Globalization.CultureInfo.InvariantCulture), 1_000, 5_000);

        answer.SetResult(new InboxCatchUp("e", [], []));
        Assert.All(await Task.WhenAll(inside), outcome => Assert.True(outcome.IsOk));
        Assert.True((await gate.Pass(() => answer.Task, default)).IsOk);
    }

    [Fact]
    public async Task A_read_that_fails_gives_its_place_back()
    {
        using var gate = new CatchUpGate();
        for (var i = 0; i <= CatchUpGate.AtOnceMax; i++)
            await Assert.ThrowsAsync<TimeoutException>(() => gate.Pass(() => throw new TimeoutException(), default));
    }
}
