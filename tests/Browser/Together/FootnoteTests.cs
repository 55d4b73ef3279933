using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>Footnotes on the sheet: put in, numbered by their order, written below it.</summary>
public sealed class FootnoteTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task Notes_number_themselves_in_the_order_of_the_text_and_are_edited_where_they_stand()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Chú thích khi soạn");
        var sheet = await Sheet.Open(clerk, document);
        await sheet.GoTo(0);
        await sheet.Insert("Theo luật và nghị định");
        await AddNote(sheet, clerk, "Theo luật và nghị định".Length, 1, "Nghị định số 2");
        await AddNote(sheet, clerk, "Theo luật".Length, 1, "Luật số 1");
        await Assertions.Expect(clerk.Page.Locator(".footnotes li")).ToHaveTextAsync(["Luật số 1", "Nghị định số 2"]);
        await clerk.AssertAccessible("footnotes");
        await clerk.Photograph("footnotes");

        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Nghị định số 2", Exact = true }).ClickAsync();
        await Assertions.Expect(Title(clerk, 2)).ToBeVisibleAsync();
        await clerk.Field("drafting.footnoteText").FillAsync("Nghị định số 2, Điều 3");
        await clerk.Field("drafting.footnoteText").PressAsync("Enter");
        await sheet.IsSaved();
        await using var colleague = await product.Sit("clerk.TW");
        var its = await Sheet.Open(colleague, document);
        await Assertions.Expect(colleague.Page.Locator(".footnotes li")).ToHaveTextAsync(["Luật số 1", "Nghị định số 2, Điều 3"]);
        await Assertions.Expect(its.Text.Locator("sup.footnote")).ToHaveCountAsync(2);

        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Luật số 1", Exact = true }).ClickAsync();
        await colleague.Button("drafting.footnoteAway").ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".footnotes li")).ToHaveTextAsync(["Nghị định số 2, Điều 3"]);
        await sheet.Shows("Theo luật và nghị định");
    }

    private static async Task AddNote(Sheet sheet, Person person, int behind, int number, string letters)
    {
        await sheet.GoTo(behind);
        await person.Button("drafting.footnote").ClickAsync();
        await Assertions.Expect(Title(person, number)).ToBeVisibleAsync();
        await person.Field("drafting.footnoteText").FillAsync(letters);
        await person.Field("drafting.footnoteText").PressAsync("Enter");
        await Assertions.Expect(Title(person, number)).ToBeHiddenAsync();
    }

    private static ILocator Title(Person person, int number) => person.Page.GetByRole(
        AriaRole.Heading, new() { Name = Words.Of("drafting.footnoteNumber").Replace("{{number, number}}", $"{number}", StringComparison.Ordinal), Exact = true });
}
