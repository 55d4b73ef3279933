using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;
using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Offline;

/// <summary>A screen that lost its line and comes back shows the present: nothing missing, nothing too much.</summary>
public sealed class ReturnTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    private const float ReconnectMs = 60_000;

    [Fact]
    public async Task A_screen_that_missed_five_changes_shows_exactly_the_present_when_it_is_back()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var commune = await Communes.First(clerk);
        await using var link = new Link(product.Server.Url);
        await using var away = await product.Sit("clerk." + commune, link.Url);
        await away.Open("/inbox/waitingReceipt");
        await Assertions.Expect(away.Page.GetByText(Words.Of("inbox.empty.waitingReceipt"))).ToBeVisibleAsync();
        foreach (var about in (string[])["Một", "Hai", "Bốn"])
        {
            await Drafting.Issue(clerk, leader, about, "unit:" + commune);
            // The first to come is opened by itself, and read: the others are not.
            await Assertions.Expect(away.Row(about)).ToHaveCountAsync(1);
        }

        await Assertions.Expect(away.Rows).ToHaveCountAsync(3);
        await Assertions.Expect(Unread(away, "Hai")).ToHaveCountAsync(1);

        link.Cut();
        await Assertions.Expect(away.Page.Locator(".offline")).ToBeVisibleAsync();
        await away.Photograph("offline");
        await using var elsewhere = await product.Sit("clerk." + commune);
        await Miss(elsewhere, clerk, leader, commune);
        await Assertions.Expect(away.Rows).ToHaveCountAsync(3);
        link.Mend();

        await Assertions.Expect(away.Page.Locator(".offline")).ToBeHiddenAsync(new() { Timeout = ReconnectMs });
        await Assertions.Expect(away.Row("Một").Or(away.Row("Bốn"))).ToHaveCountAsync(0);
        var pending = away.Page.Locator(".list__pending");
        await Assertions.Expect(pending.Or(away.Row("Ba")).First).ToBeVisibleAsync();
        if (await pending.IsVisibleAsync())
            await pending.ClickAsync();
        await Assertions.Expect(away.Rows).ToHaveCountAsync(2);
        await Assertions.Expect(Unread(away, "Hai")).ToHaveCountAsync(0);
        await using var fresh = await product.Sit("clerk." + commune);
        await fresh.Open("/inbox/waitingReceipt");
        await Assertions.Expect(fresh.Rows).ToHaveCountAsync(2);
        // What the fresh page shows first is read after two seconds.
        foreach (var screen in (Person[])[fresh, away])
            await Assertions.Expect(Unread(screen, "Ba")).ToHaveCountAsync(0, new() { Timeout = ReconnectMs });
        Assert.Equal(await fresh.RowNames(), await away.RowNames());
        await Assertions.Expect(away.Page.Locator(".inbox__total")).ToHaveTextAsync("2");
        // What has just grown says by how much, for two seconds.
        foreach (var screen in (Person[])[fresh, away])
            await Assertions.Expect(screen.Page.Locator(".counter__tick")).ToHaveCountAsync(0);
        Assert.Equal(await Counters(fresh), await Counters(away));
    }

    /// <summary>
    /// An arrival, a registration, a read by the same person at another device, a return to the sender, a note.
    /// </summary>
    private static async Task Miss(Person elsewhere, Person clerk, Person leader, string commune)
    {
        await Drafting.Issue(clerk, leader, "Ba", "unit:" + commune);
        await elsewhere.Open("/inbox/waitingReceipt");
        await elsewhere.Row("Một").ClickAsync();
        await elsewhere.Act("register");
        await Assertions.Expect(elsewhere.Row("Một")).ToHaveCountAsync(0);
        await elsewhere.Row("Hai").ClickAsync();
        await Assertions.Expect(Unread(elsewhere, "Hai")).ToHaveCountAsync(0);
        var inbox = await elsewhere.Read("/api/inbox?box=waitingReceipt&take=50");
        var returned = inbox.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("abstract").GetString() == "Bốn");
        await elsewhere.Command($"/api/deliveries/{returned.GetProperty("deliveryId").GetGuid()}/return", new { reason = "Nhầm nơi nhận" });
        var me = (await elsewhere.Read("/api/session")).GetProperty("official").GetProperty("id").GetInt32();
        await leader.Command("/api/notes", new { to = me, text = "Gọi lại cho tôi" });
        await Assertions.Expect(elsewhere.Rows).ToHaveCountAsync(2);
    }

    private static ILocator Unread(Person person, string about) => person.Page.Locator(".row--unread").Filter(new() { HasText = about });

    /// <summary>The numbers of every box, from the top of the rail.</summary>
    private static Task<string[]> Counters(Person person) =>
        person.Page.Locator(".rail__row").EvaluateAllAsync<string[]>("rows => rows.map((row) => row.innerText.replace(/\\s+/g, ' '))");
}
