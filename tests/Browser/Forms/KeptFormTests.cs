using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Forms;

/// <summary>What is typed into a form is there after a reload, until it is recorded or its person signs out.</summary>
public sealed class KeptFormTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const string Reason = "Căn cứ ban hành chưa đúng";

    /// <summary>How many forms this tab stores.</summary>
    private const string Stored = "() => Object.keys(sessionStorage).filter((key) => key.startsWith('form.')).length";

    [Fact]
    public async Task A_reason_outlives_a_reload_and_is_gone_once_it_is_recorded()
    {
        await using var centre = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var document = await Drafting.Review(centre, "Trả lại sau khi tải lại trang");
        await leader.Open($"/documents/{document}");
        await leader.Act("returnDraft");
        await leader.Field("documents.reason").FillAsync(Reason);
        await leader.Page.ReloadAsync();
        await leader.Act("returnDraft");
        await Assertions.Expect(leader.Field("documents.reason")).ToHaveValueAsync(Reason);
        await Assertions.Expect(leader.Page.GetByText(Words.Of("shell.kept"))).ToBeVisibleAsync();
        await leader.AssertAccessible("kept form");
        await leader.Photograph("kept-form");
        await leader.Confirm("returnDraft");
        Assert.Equal(0, await leader.Page.EvaluateAsync<int>(Stored));
    }

    [Fact]
    public async Task Signing_out_leaves_nothing_of_it_in_the_tab()
    {
        await using var centre = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var document = await Drafting.Review(centre, "Đăng xuất khi còn biểu mẫu");
        await leader.Open($"/documents/{document}");
        await leader.Act("returnDraft");
        await leader.Field("documents.reason").FillAsync(Reason);
        await leader.Page.ReloadAsync();
        Assert.Equal(1, await leader.Page.EvaluateAsync<int>(Stored));
        await leader.Page.Locator(".icon-button:has(.avatar)").ClickAsync();
        await leader.Page.GetByRole(AriaRole.Menuitem, new() { Name = Words.Of("shell.signOut"), Exact = true }).ClickAsync();
        await leader.Button("shell.signOutAnyway").ClickAsync();
        await Assertions.Expect(leader.Field("signIn.name")).ToBeVisibleAsync();
        Assert.Equal(0, await leader.Page.EvaluateAsync<int>(Stored));
    }
}
