using System.Text.RegularExpressions;
using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Reminders;

/// <summary>What lies too long is reminded of, and what is immediate goes on to the leader, at several screens at once.</summary>
public sealed class ReminderTests(ProductOnPostgreSql product) : IClassFixture<ProductOnPostgreSql>
{
    /// <summary>The act is acknowledged at once; the units are reminded, and the board is read again, in the seconds after it.</summary>
    private const float ReminderMs = 60_000;

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task The_sender_reminds_a_late_unit_whose_desk_sees_it_at_once()
    {
        const string about = "Nhắc tiếp nhận";
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var code = await Communes.First(clerk);
        await using var commune = await product.Sit("clerk." + code);
        // What is shown for two seconds counts as opened, and who has opened it is late no more: here it never gets so far.
        await commune.Page.RouteAsync("**/api/deliveries/*/open", _ => Task.CompletedTask);
        await commune.Open("/inbox/waitingReceipt");
        var document = await Drafting.Issue(clerk, leader, about, "unit:" + code);
        await Assertions.Expect(commune.Row(about)).ToBeVisibleAsync();
        await product.Execute("UPDATE delivery SET arrived_at_ms = arrived_at_ms - 5 * 3600000");

        await clerk.Open($"/documents/{document}/board");
        await clerk.Photograph("board-late");
        await Remember(commune, Words.Pattern("toasts.reminded"));
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Nhắc 1 đơn vị", Exact = true }).ClickAsync();

        await Assertions.Expect(commune.Row(about).Locator(".reminded")).ToBeVisibleAsync(new() { Timeout = ReminderMs });
        await commune.Page.WaitForFunctionAsync("() => window.remembered", null, new() { Timeout = ReminderMs });
        await commune.Photograph("commune-reminded");
        await Assertions.Expect(clerk.Page.Locator(".late__reminded")).ToBeVisibleAsync(new() { Timeout = ReminderMs });
        await Assertions.Expect(clerk.Page.GetByRole(AriaRole.Button, new() { Name = "Nhắc 1 đơn vị", Exact = true })).ToHaveCountAsync(0, new() { Timeout = ReminderMs });
        await clerk.AssertAccessible("board, reminded");
    }

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task What_is_immediate_says_to_whom_it_goes_on_and_is_handed_over_there()
    {
        const string about = "Công điện ứng phó mưa lũ";
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var code = await Communes.Last(clerk);
        await using var commune = await product.Sit("clerk." + code);
        await using var head = await product.Sit("leader." + code);
        await commune.Open("/inbox/waitingReceipt");
        await head.Open("/inbox/waitingMe");
        await Drafting.IssueAs("immediate", clerk, leader, about, "unit:" + code);

        var notice = commune.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(notice).ToContainTextAsync(Words.Of("urgent.goesOn"));
        await commune.Photograph("urgent-notice");
        await commune.AssertAccessible("urgent notice");
        await notice.GetByRole(AriaRole.Button, new() { Name = Words.Of("urgent.handOver"), Exact = true }).ClickAsync();

        await Assertions.Expect(head.Page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync(about);
        await head.Photograph("urgent-escalated");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = Words.Of("urgent.open"), Exact = true }).ClickAsync();
        await head.Page.WaitForURLAsync("**/documents/**");
    }

    /// <summary>Has the page remember that it has shown this: a word that goes by itself may be gone when one looks for it.</summary>
    private static async Task Remember(Person person, Regex words) => await person.Page.EvaluateAsync(
        """
        (words) => {
          window.remembered = false
          const look = () => { window.remembered ||= new RegExp(words).test(document.body.innerText) }
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
        }
        """,
        words.ToString());
}
