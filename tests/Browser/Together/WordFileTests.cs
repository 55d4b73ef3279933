using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>A text goes out as a Word file and comes back from one.</summary>
public sealed class WordFileTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task What_was_downloaded_is_read_into_another_draft_with_its_structure()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var sheet = await Sheet.Open(clerk, await Sheet.Begin(clerk, "Tải ra và nhập lại"));
        await sheet.GoTo(0);
        await sheet.MakePart("article");
        await sheet.Type("Phạm vi");
        await sheet.Press("Enter");
        await sheet.MakePart("clause");
        await sheet.Type("Rà soát thiết bị");
        await clerk.Button("drafting.footnote").ClickAsync();
        await clerk.Field("drafting.footnoteText").FillAsync("Theo Luật số 1");
        await clerk.Field("drafting.footnoteText").PressAsync("Enter");
        await sheet.IsSaved();
        var download = await clerk.Page.RunAndWaitForDownloadAsync(() => Choose(clerk, "drafting.wordOut"));
        Assert.EndsWith("Tải ra và nhập lại.docx", download.SuggestedFilename, StringComparison.Ordinal);
        var file = await download.PathAsync();

        var another = await Sheet.Open(clerk, await Sheet.Begin(clerk, "Nhập lại"));
        var chooser = await clerk.Page.RunAndWaitForFileChooserAsync(() => Choose(clerk, "drafting.wordIn"));
        await chooser.SetFilesAsync(new FilePayload
        {
            Name = "du-thao.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = await File.ReadAllBytesAsync(file),
        });
        await Assertions.Expect(clerk.Page.GetByText(Words.Of("drafting.leftOut.sheet"), new() { Exact = true })).ToBeVisibleAsync();
        await clerk.AssertAccessible("a Word file comes in");
        await clerk.Photograph("word-in");
        await clerk.Button("drafting.wordInDo").ClickAsync();
        await Assertions.Expect(another.Text.Locator("p[data-part=article]")).ToHaveTextAsync("Phạm vi");
        await Assertions.Expect(another.Text.Locator("p[data-part=clause]")).ToHaveTextAsync("Rà soát thiết bị");
        await Assertions.Expect(another.Text.Locator("p[data-part=clause] sup.footnote")).ToHaveCountAsync(1);
        await Assertions.Expect(clerk.Page.Locator(".footnotes li")).ToHaveTextAsync(["Theo Luật số 1"]);
        await another.IsSaved();
    }

    private static async Task Choose(Person person, string entry)
    {
        await person.Button("drafting.file").ClickAsync();
        await person.Page.GetByRole(AriaRole.Menuitem).Filter(new() { HasText = Words.Of(entry) }).ClickAsync();
    }
}
