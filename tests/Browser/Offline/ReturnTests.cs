using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;
using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Offline;

/// <summary>A screen that lost its line and comes back shows the present: nothing missing, nothing too much.</summary>
public sealed class ReturnTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const float ReconnectMs = 60_000;

    [Fact]
    public async Task A_screen_that_was_cut_off_shows_exactly_the_present_when_it_is_back()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var commune = await Communes.First(clerk);
        await using var link = new Link(product.Server.Url);
        await using var away = await product.Sit("clerk." + commune, link.Url);
        await away.Open("/inbox/waitingReceipt");
        await Drafting.Issue(clerk, leader, "Một", "unit:" + commune);
        await Drafting.Issue(clerk, leader, "Hai", "unit:" + commune);
        await Assertions.Expect(away.Rows).ToHaveCountAsync(2);

        link.Cut();
        await Assertions.Expect(away.Page.Locator(".offline")).ToBeVisibleAsync();
        await away.Photograph("offline");
        await Drafting.Issue(clerk, leader, "Ba", "unit:" + commune);
        await using var colleague = await product.Sit("clerk." + commune);
        await colleague.Open("/inbox/waitingReceipt");
        await colleague.Row("Một").ClickAsync();
        await colleague.Act("register");
        await Assertions.Expect(colleague.Rows).ToHaveCountAsync(2);
        link.Mend();

        await Assertions.Expect(away.Page.Locator(".offline")).ToBeHiddenAsync(new() { Timeout = ReconnectMs });
        await Assertions.Expect(away.Row("Một")).ToHaveCountAsync(0);
        var pending = away.Page.Locator(".list__pending");
        await Assertions.Expect(pending.Or(away.Row("Ba"))).ToBeVisibleAsync();
        if (await pending.IsVisibleAsync())
            await pending.ClickAsync();
        await Assertions.Expect(away.Rows).ToHaveCountAsync(2);
        await using var fresh = await product.Sit("clerk." + commune);
        await fresh.Open("/inbox/waitingReceipt");
        await Assertions.Expect(fresh.Rows).ToHaveCountAsync(2);
        Assert.Equal(await fresh.RowNames(), await away.RowNames());
        await Assertions.Expect(away.Page.Locator(".inbox__total")).ToHaveTextAsync("2");
    }
}
