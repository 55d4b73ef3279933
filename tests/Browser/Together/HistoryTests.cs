using System.Text.RegularExpressions;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>How a draft came about: its versions, what changed between them, who wrote what.</summary>
public sealed class HistoryTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task A_version_is_named_compared_and_brought_back_by_an_edit_that_can_be_undone()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Lưu phiên bản khi soạn");
        var sheet = await Sheet.Open(clerk, document);
        await sheet.GoTo(0);
        await sheet.Insert("Bản thứ nhất");
        await sheet.IsSaved();
        await Choose(clerk, "drafting.saveVersion");
        await clerk.Field("drafting.versionName").FillAsync("Bản góp ý");
        await clerk.Confirm("nameVersion");

        await sheet.GoTo("Bản thứ nhất".Length);
        await sheet.Insert(" đã sửa");
        await sheet.IsSaved();
        await clerk.Button("drafting.versions").ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Menuitemradio).Filter(new() { HasText = "Bản góp ý" }).ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".comparison ins")).ToHaveTextAsync(" đã sửa");
        await clerk.AssertAccessible("comparison");
        await clerk.Photograph("comparison");
        await clerk.Button("drafting.bringBack").ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = Words.Of("drafting.bringBack"), Exact = true }).ClickAsync();
        await sheet.Shows("Bản thứ nhất");
        await clerk.Button("drafting.undo").ClickAsync();
        await sheet.Shows("Bản thứ nhất đã sửa");
    }

    [Fact]
    public async Task Who_wrote_a_paragraph_stands_beside_it_and_in_its_history()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Ai đã viết đoạn này");
        var mine = await Sheet.Open(clerk, document);
        await mine.GoTo(0);
        await mine.Insert("123456");
        await mine.IsSaved();
        await using var colleague = await product.Sit("clerk2.TW");
        var its = await Sheet.Open(colleague, document);
        await its.Shows("123456");
        await its.GoTo(6);
        await its.Insert("7890");
        await its.IsSaved();
        await mine.Shows("1234567890");

        await clerk.Button("drafting.who").ClickAsync();
        var paragraph = mine.Text.Locator("p").First;
        await Assertions.Expect(paragraph).ToHaveAttributeAsync("data-who", new Regex("60%\n.* 40%"));
        await mine.GoTo(2);
        await Assertions.Expect(clerk.Page.Locator(".drafting__who")).ToContainTextAsync("60%");
        // The margin follows what is written on.
        await its.Insert("12345");
        await Assertions.Expect(paragraph).ToHaveAttributeAsync("data-who", new Regex("60%\n.* 40%"));
        await clerk.AssertAccessible("who wrote");
        await clerk.Photograph("who-wrote");

        await mine.IsSaved();
        await clerk.Command($"/api/documents/{document}/submit");
        await clerk.Open($"/documents/{document}");
        await clerk.Page.GetByRole(AriaRole.Link, new() { Name = Words.Of("drafting.history") }).ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".written .who").First).ToHaveAttributeAsync("data-who", new Regex("60%\n.* 40%"));
        await clerk.AssertAccessible("draft history");
        await clerk.Photograph("draft-history");
    }

    private static async Task Choose(Person person, string entry)
    {
        await person.Button("drafting.versions").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = Words.Of(entry) }).ClickAsync();
    }
}
