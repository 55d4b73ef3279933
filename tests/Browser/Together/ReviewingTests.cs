using System.Globalization;
using System.Text;
using PartyRealtime.BrowserTests.Product;
using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>A draft is commented and corrected by people who may not write it.</summary>
public sealed class ReviewingTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Fact]
    public async Task A_word_reaches_whom_it_names_and_a_suggestion_comes_into_a_line_that_somebody_else_writes()
    {
        await using var author = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(author, "Góp ý dự thảo");
        await using var writer = await product.Sit("specialist.TW");
        await using var guest = await product.Sit("leader.TW");
        await Invite(author, document, writer, "specialist", "write");
        await Invite(author, document, guest, "leader", "suggest");
        var one = await Sheet.Open(author, document);
        await one.GoTo(0);
        await one.Insert("Bảo đảm an toàn thông tin");
        await one.IsSaved();

        await one.Select("Bảo đảm");
        await author.Button("drafting.threads.comment").ClickAsync();
        // While names are offered it is a combobox, and no text box.
        var remark = author.Page.Locator(".mention textarea");
        await remark.FillAsync("Nhờ đồng chí xem");
        await remark.PressSequentiallyAsync(" @" + Folded(await NameOf(writer)));
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Option, new() { Name = await NameOf(writer), Selected = true })).ToBeVisibleAsync();
        await author.AssertAccessible("names offered");
        await author.Photograph("names-offered");
        await remark.PressAsync("Enter");
        await Assertions.Expect(remark).ToHaveValueAsync($"Nhờ đồng chí xem @{await NameOf(writer)} ");
        await author.Button("drafting.threads.send").ClickAsync();
        await Assertions.Expect(one.Text.Locator(".thread--comment")).ToHaveTextAsync("Bảo đảm");
        await author.AssertAccessible("margin");

        await writer.Open("/inbox/notes");
        await writer.Rows.Filter(new() { HasText = "Nhờ đồng chí xem" }).ClickAsync();
        await writer.Page.GetByText(Words.Of("inbox.openMention"), new() { Exact = true }).ClickAsync();
        var card = writer.Page.Locator(".thread-card[data-chosen]");
        await Assertions.Expect(card).ToContainTextAsync("Nhờ đồng chí xem");
        await writer.Button("drafting.threads.reply").ClickAsync();
        var answer = writer.Page.Locator(".mention textarea");
        await answer.PressSequentiallyAsync("Đã xem, @");
        await writer.Page.GetByRole(AriaRole.Option, new() { Name = await NameOf(author) }).ClickAsync();
        await writer.Button("drafting.threads.replySend").ClickAsync();
        await Assertions.Expect(card.Locator("b", new() { HasText = "@" + await NameOf(author) })).ToBeVisibleAsync();
        var two = new Sheet(writer);

        var three = await Sheet.Open(guest, document);
        await Assertions.Expect(three.Text).ToHaveAttributeAsync("contenteditable", "false");
        await three.Select("an toàn");
        await guest.Button("drafting.threads.suggestion").ClickAsync();
        await guest.Field("drafting.threads.replacement").FillAsync("an ninh");
        await guest.Button("drafting.threads.sendSuggestion").ClickAsync();
        await Assertions.Expect(one.Text.Locator(".thread__new")).ToHaveTextAsync("an ninh");
        await Assertions.Expect(two.Text.Locator(".thread--old")).ToHaveTextAsync("an toàn");
        await author.Photograph("margin");

        await two.GoTo("Bảo đảm an toàn thông tin".Length);
        await Task.WhenAll(two.Type(" mạng quốc gia"), author.Button("drafting.threads.settle.accepted").ClickAsync());
        foreach (var sheet in new[] { one, two, three })
            await sheet.Shows("Bảo đảm an ninh thông tin mạng quốc gia");
        await Assertions.Expect(guest.Page.Locator(".threads__settled")).ToBeVisibleAsync();
        await Assertions.Expect(three.Text.Locator(".thread__new")).ToHaveCountAsync(0);
    }

    /// <summary>Who may write chooses, in this tab and for this draft, to suggest; what is begun is there after a reload.</summary>
    [Fact]
    public async Task Whoever_may_write_suggests_instead_and_comments_by_keys()
    {
        await using var author = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(author, "Đề nghị thay vì sửa");
        var sheet = await Sheet.Open(author, document);
        await sheet.GoTo(0);
        await sheet.Insert("Báo cáo hằng tháng");
        await sheet.IsSaved();
        await sheet.Select("hằng tháng");
        await Assertions.Expect(author.Button("drafting.threads.comment")).ToBeVisibleAsync();
        await Assertions.Expect(author.Button("drafting.threads.suggestion")).ToHaveCountAsync(0);

        await author.Page.Locator(".drafting__way").GetByText(Words.Of("drafting.threads.suggestion")).ClickAsync();
        await Assertions.Expect(sheet.Text).ToHaveAttributeAsync("contenteditable", "false");
        await author.AssertAccessible("suggesting");
        await sheet.Select("hằng tháng");
        await author.Button("drafting.threads.suggestion").ClickAsync();
        await author.Field("drafting.threads.replacement").FillAsync("hằng quý");
        await author.Page.ReloadAsync();
        await Assertions.Expect(author.Field("drafting.threads.replacement")).ToHaveValueAsync("hằng quý");
        await author.Photograph("suggesting");
        await author.Button("drafting.threads.sendSuggestion").ClickAsync();
        await Assertions.Expect(sheet.Text.Locator(".thread__new")).ToHaveTextAsync("hằng quý");
        await sheet.Shows("Báo cáo hằng tháng");
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Radio, new() { Name = Words.Of("drafting.threads.suggestion") })).ToBeCheckedAsync();
        await author.Button("drafting.threads.settle.accepted").ClickAsync();
        await sheet.Shows("Báo cáo hằng quý");

        await author.Page.Locator(".drafting__way").GetByText(Words.Of("drafting.directly")).ClickAsync();
        await Assertions.Expect(sheet.Text).ToHaveAttributeAsync("contenteditable", "true");
        await sheet.Select("Báo cáo");
        await sheet.Press("Control+Alt+m");
        await Assertions.Expect(author.Field("drafting.threads.remark")).ToBeFocusedAsync();
    }

    /// <summary>What is drawn into a line while a word of it is composed would tear the word: it waits for its end.</summary>
    [Fact]
    public async Task A_word_that_is_composed_stands_while_its_line_is_discussed()
    {
        await using var author = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(author, "Gõ khi có góp ý");
        await using var guest = await product.Sit("leader.TW");
        await Invite(author, document, guest, "leader", "suggest");
        var one = await Sheet.Open(author, document);
        await one.GoTo(0);
        await one.Insert("Về  năm 2026");
        await one.IsSaved();
        var other = await Sheet.Open(guest, document);
        await one.GoTo(3);
        var input = await author.Page.Context.NewCDPSessionAsync(author.Page);
        foreach (var form in new[] { "t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng" })
        {
            await input.SendAsync("Input.imeSetComposition", new() { ["text"] = form, ["selectionStart"] = form.Length, ["selectionEnd"] = form.Length });
            if (form is not ("ti" or "tiê"))
                continue;
            await other.Select("Về");
            await guest.Button("drafting.threads.suggestion").ClickAsync();
            await guest.Field("drafting.threads.replacement").FillAsync("Với " + form);
            await guest.Button("drafting.threads.sendSuggestion").ClickAsync();
            await Assertions.Expect(author.Page.Locator(".drafting__tabs b").Last).ToHaveTextAsync(form == "ti" ? "1" : "2");
            await Assertions.Expect(other.Text.Locator(".thread__new")).ToHaveCountAsync(form == "ti" ? 1 : 2);
        }

        await input.SendAsync("Input.insertText", new() { ["text"] = "tiếng" });
        await one.Shows("Về tiếng năm 2026");
        await Assertions.Expect(one.Text.Locator(".thread__new")).ToHaveCountAsync(2);
        await other.Shows("Về tiếng năm 2026");
    }

    [Fact]
    public async Task What_was_typed_when_the_draft_was_locked_stays_and_is_sent_as_a_suggestion()
    {
        await using var author = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(author, "Gõ muộn");
        var one = await Sheet.Open(author, document);
        await one.GoTo(0);
        await one.Insert("Báo cáo hằng quý");
        await one.IsSaved();
        await using var link = new Link(product.Server.Url);
        await using var colleague = await product.Sit("clerk.TW", link.Url);
        var late = await Sheet.Open(colleague, document);
        await late.Shows("Báo cáo hằng quý");
        await late.GoTo("Báo cáo hằng quý".Length);

        link.Cut();
        await Assertions.Expect(colleague.Page.GetByText(Words.Of("drafting.offlineKept"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await late.Insert(" và khi cần");
        await author.Command($"/api/documents/{document}/submit");
        link.Mend();

        await colleague.Button("drafting.lateSend").ClickAsync();
        await Assertions.Expect(late.Text.Locator(".thread__new")).ToHaveTextAsync("quý và khi cần");
        await late.Shows("Báo cáo hằng quý");
        await Assertions.Expect(one.Text.Locator(".thread__new")).ToHaveTextAsync("quý và khi cần");
    }

    private static async Task Invite(Person author, Guid document, Person person, string role, string right)
    {
        var seats = (await person.Read("/api/session")).GetProperty("seats").EnumerateArray();
        var seat = seats.First(held => held.GetProperty("role").GetString() == role).GetProperty("id").GetInt32();
        await author.Command($"/api/documents/{document}/participants", new { seat, right });
    }

    /// <summary>A name as it is typed by whoever leaves the marks out.</summary>
    private static string Folded(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark))
            .Replace('đ', 'd').Replace('Đ', 'D');

    private static async Task<string> NameOf(Person person) =>
        (await person.Read("/api/session")).GetProperty("official").GetProperty("name").GetString()!;
}
