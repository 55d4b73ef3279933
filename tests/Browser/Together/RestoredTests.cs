using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>The data is set back while two people have a draft open. Nobody is shut out, and nobody speaks for the other.</summary>
public sealed class RestoredTests(RestorableProduct product) : IClassFixture<RestorableProduct>
{
    private const float RecoveryMs = 60_000;

    [Fact]
    public async Task What_a_restore_took_is_offered_to_each_who_wrote_it_and_the_draft_goes_on()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var colleague = await product.Sit("clerk2.TW");
        var document = await Sheet.Begin(clerk, "Khôi phục dữ liệu");
        var mine = await Sheet.Open(clerk, document);
        var its = await Sheet.Open(colleague, document);
        await mine.GoTo(0);
        await mine.Insert("Điều đã lưu");
        await mine.IsSaved();
        await its.Shows("Điều đã lưu");
        var moment = await product.Keep();
        await its.GoTo("Điều đã lưu".Length);
        await its.Press("Enter");
        await its.Insert("Đoạn của bạn");
        await mine.Shows("Điều đã lưu\nĐoạn của bạn");
        await mine.GoTo("Điều đã lưu".Length);
        await mine.Insert(" của tôi");
        await its.Shows("Điều đã lưu của tôi\nĐoạn của bạn");
        await mine.IsSaved();

        await product.SetBack(moment);
        await Assertions.Expect(clerk.Page.GetByText(Words.Of("drafting.stopped.restored"))).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await Assertions.Expect(mine.Text).ToHaveAttributeAsync("contenteditable", "false");
        await mine.Shows("Điều đã lưu của tôi\nĐoạn của bạn");
        await clerk.Button("drafting.lateSend").ClickAsync();
        await mine.Shows("Điều đã lưu");
        await Assertions.Expect(mine.Text.Locator(".thread__new")).ToHaveTextAsync("lưu của tôi");

        await Assertions.Expect(colleague.Page.GetByText(Words.Of("drafting.stopped.restored"))).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await colleague.Button("drafting.lateSend").ClickAsync();
        await its.Shows("Điều đã lưu");
        await Assertions.Expect(mine.Text.Locator(".thread__new")).ToHaveTextAsync(["lưu của tôi", "¶ Đoạn của bạn"]);
        // Both go on.
        await its.GoTo(0);
        await its.Insert("Tiếp: ");
        await mine.Shows("Tiếp: Điều đã lưu");
    }

    [Fact]
    public async Task A_page_that_lost_nothing_goes_on_by_itself()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var mine = await Sheet.Open(clerk, await Sheet.Begin(clerk, "Khôi phục không mất gì"));
        await mine.GoTo(0);
        await mine.Insert("Đã lưu");
        await mine.IsSaved();
        var moment = await product.Keep();
        await product.SetBack(moment);
        // Once it has compared itself with what was restored, what it says is saved again.
        await Assertions.Expect(clerk.Page.Locator(".saved--ok")).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await mine.GoTo("Đã lưu".Length);
        await mine.Insert(" và tiếp");
        await Assertions.Expect(clerk.Page.Locator(".saved--ok")).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await mine.Shows("Đã lưu và tiếp");
        await clerk.Page.ReloadAsync();
        await mine.Shows("Đã lưu và tiếp");
    }
}
