using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>What is copied in an office program and pasted with the keys keeps its structure.</summary>
public sealed class PastingTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    /// <summary>As Word puts it on the clipboard: lists are paragraphs with their sign in letters.</summary>
    private const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body lang=VI>
        <p class=MsoNormal><b>Điều 1. Phạm vi</b><o:p></o:p></p>
        <p class=MsoNormal>1. Áp dụng cho <b>mọi</b> đơn vị<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Một</p>
        <table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>ô</p></td></tr></table>
        <div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>
        <a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Luật số 1</p></div></div>
        </body></html>
        """;

    private const string LibreOffice = """
        <html><head><meta name="generator" content="LibreOffice 24.2"/></head><body>
        <p><b>Điều 1. Phạm vi</b></p>
        <p>1. Áp dụng cho <b>mọi</b> đơn vị<sup><a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></sup></p>
        <ul><li><p>Một</p></li></ul>
        <table><tr><td><p>ô</p></td></tr></table>
        <div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> Luật số 1</p></div>
        </body></html>
        """;

    /// <summary>It writes no notes, and its outermost element is bold and is not.</summary>
    private const string GoogleDocs = """
        <meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
        <p dir="ltr"><span style="font-weight:700">Điều 1. Phạm vi</span></p>
        <p dir="ltr"><span>1. Áp dụng cho </span><span style="font-weight:700">mọi</span><span> đơn vị</span></p>
        <ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Một</span></p></li></ul>
        <table><tbody><tr><td><p dir="ltr"><span>ô</span></p></td></tr></tbody></table></b>
        """;

    [Theory]
    [InlineData("Word", Word, true)]
    [InlineData("LibreOffice", LibreOffice, true)]
    [InlineData("Google Docs", GoogleDocs, false)]
    public async Task What_is_copied_in_an_office_program_keeps_its_structure(string program, string html, bool hasNote)
    {
        await using var clerk = await product.Sit("clerk.TW");
        var sheet = await Sheet.Open(clerk, await Sheet.Begin(clerk, "Dán từ " + program));
        await Copy(clerk, html);
        await sheet.GoTo(0);
        await sheet.Press("Control+V");

        await Assertions.Expect(sheet.Text.Locator("p[data-part=article]")).ToHaveTextAsync("Phạm vi");
        await Assertions.Expect(sheet.Text.Locator("p[data-part=clause]")).ToHaveTextAsync("Áp dụng cho mọi đơn vị");
        await Assertions.Expect(sheet.Text.Locator("p[data-part=clause] strong")).ToHaveTextAsync("mọi");
        await Assertions.Expect(sheet.Text.Locator("ul > li")).ToHaveTextAsync("Một");
        await Assertions.Expect(sheet.Text.Locator("table td")).ToHaveTextAsync("ô");
        string[] notes = hasNote ? ["Luật số 1"] : [];
        await Assertions.Expect(clerk.Page.Locator(".footnotes li")).ToHaveTextAsync(notes);
        await sheet.IsSaved();
    }

    /// <summary>Puts this on the browser's clipboard as a program does that offers HTML beside letters.</summary>
    private static async Task Copy(Person person, string html)
    {
        await person.Page.EvaluateAsync(
            """
            (html) => document.addEventListener('copy', (event) => {
              event.clipboardData.setData('text/html', html)
              event.clipboardData.setData('text/plain', 'letters alone')
              event.preventDefault()
            }, { once: true, capture: true })
            """,
            html);
        await person.Page.Keyboard.PressAsync("Control+C");
    }
}
