using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Away;

/// <summary>The database is stopped under people at work, and started again. Nobody reloads a page.</summary>
public sealed class StoreAwayTests(ProductOnPostgreSql product) : IClassFixture<ProductOnPostgreSql>
{
    private const float RecoveryMs = 60_000;

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task Screens_say_that_the_store_is_away_keep_what_was_typed_and_go_on_by_themselves()
    {
        const string about = "Soạn khi kho dữ liệu vắng";
        await using var writer = await product.Sit("clerk.TW");
        await using var reader = await product.Sit("leader.TW");
        await using var comer = await product.Sit("specialist.TW");
        await using var idle = await product.Sit("clerk2.TW");
        await using var stranger = await product.Arrive("stranger");
        await writer.Open("/compose");
        await writer.Field("compose.abstract").FillAsync(about);
        await writer.Field("compose.body").FillAsync("Nội dung đã gõ.");
        await reader.Open("/inbox/toReview");
        await Assertions.Expect(reader.Page.GetByText(Words.Of("inbox.empty.toReview"))).ToBeVisibleAsync();
        await Assertions.Expect(Lamp(idle)).ToHaveTextAsync(Words.Of("line.live"));
        foreach (var person in new[] { writer, reader, idle })
            await person.Page.EvaluateAsync("() => { window.sameDocument = true }");

        await product.Database.Stop();
        // Nobody asks for anything here: the page is told.
        await SeesItAway(idle);
        await Assertions.Expect(Lamp(idle)).ToHaveTextAsync(Words.Of("store.lamp"));
        await Assertions.Expect(stranger.Page.GetByText(Words.Of("store.doorWait"))).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await stranger.AssertAccessible("sign-in, store away");
        await writer.Button("compose.save").ClickAsync();
        await SeesItAway(writer);
        await Assertions.Expect(writer.Field("compose.abstract")).ToHaveValueAsync(about);
        await writer.AssertAccessible("compose, store away");
        await reader.Page.GetByRole(AriaRole.Navigation, new() { Name = Words.Of("shell.boxes") }).GetByText(Words.Of("words.boxes.toSign")).ClickAsync();
        await SeesItAway(reader);
        await comer.Open("/");
        await Assertions.Expect(comer.Page.GetByRole(AriaRole.Heading, new() { Name = Words.Of("store.doorTitle") })).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await comer.AssertAccessible("door, store away");
        await comer.Photograph("store-away-door");

        await product.Database.Start();
        await SeesItBack(idle);
        await Assertions.Expect(Lamp(idle)).ToHaveTextAsync(Words.Of("line.live"));
        await Assertions.Expect(stranger.Page.GetByText(Words.Of("store.doorWait"))).ToHaveCountAsync(0, new() { Timeout = RecoveryMs });
        await SeesItBack(reader);
        await Assertions.Expect(reader.Page.GetByText(Words.Of("inbox.empty.toSign"))).ToBeVisibleAsync();
        await SeesItBack(writer);
        await Assertions.Expect(writer.Page.GetByText(Words.Pattern("line.saved"))).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await Assertions.Expect(writer.Field("compose.abstract")).ToHaveValueAsync(about);
        await Assertions.Expect(comer.Page.GetByRole(AriaRole.Navigation, new() { Name = Words.Of("shell.boxes") })).ToBeVisibleAsync(new() { Timeout = RecoveryMs });
        await writer.Open("/inbox/drafts");
        await Assertions.Expect(writer.Row(about)).ToHaveCountAsync(1);
    }

    private static ILocator Lamp(Person person) => person.Page.Locator(".lamp__words");

    private static async Task SeesItAway(Person person)
    {
        var line = person.Page.Locator("[data-store=away]");
        await Assertions.Expect(line).ToContainTextAsync(Words.Pattern("store.away"));
        await Assertions.Expect(line).ToContainTextAsync(Words.Of("store.safe"));
        await person.Photograph("store-away");
    }

    private static async Task SeesItBack(Person person)
    {
        await Assertions.Expect(person.Page.Locator("[data-store]")).ToHaveCountAsync(0, new() { Timeout = RecoveryMs });
        Assert.True(await person.Page.EvaluateAsync<bool>("() => window.sameDocument === true"), "The page was loaded anew.");
    }
}
