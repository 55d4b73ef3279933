using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Directive;

/// <summary>A directive from the first word to a commune's register, at three screens at once.</summary>
public sealed class DirectiveJourneyTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task A_directive_reaches_the_commune_and_the_centre_sees_it_registered_without_anybody_reloading()
    {
        const string about = "Tăng cường phòng, chống thiên tai";
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        await using var commune = await product.Sit("clerk." + await Communes.First(clerk));
        await leader.Open("/inbox/toReview");
        await commune.Open("/inbox/waitingReceipt");

        await Drafting.Submit(clerk, about);
        await leader.Row(about).ClickAsync();
        await leader.Act("clear");
        await leader.Confirm("clear");
        await leader.Open("/inbox/toSign");
        await leader.Row(about).ClickAsync();
        await leader.Act("sign");
        await leader.Confirm("sign");

        await Drafting.NumberAndSeal(clerk, about);
        await Drafting.IssueToAllCommunes(clerk);
        await Assertions.Expect(clerk.Page.Locator(".board__number")).ToHaveTextAsync("0");

        await Assertions.Expect(commune.Row(about)).ToBeVisibleAsync();
        await commune.Photograph("commune-inbox");
        await commune.Row(about).ClickAsync();
        await Assertions.Expect(commune.Page.GetByText(Drafting.FileName)).ToBeVisibleAsync();
        await commune.Act("register");

        await Assertions.Expect(clerk.Page.Locator(".board__number")).ToHaveTextAsync("1");
        await clerk.Photograph("board");
    }
}
