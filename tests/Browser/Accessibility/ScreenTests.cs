using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Accessibility;

/// <summary>axe-core finds nothing serious on any screen, in the light and in the dark.</summary>
public sealed class ScreenTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "vi")]
    [InlineData(ColorScheme.Dark, 1280, "vi")]
    [InlineData(ColorScheme.Dark, 360, "en")]
    public async Task Screens_have_no_serious_obstacles(ColorScheme look, int width, string locale)
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        await clerk.Page.EmulateMediaAsync(new() { ColorScheme = look });
        var document = await Drafting.Issue(clerk, leader, $"Kiểm tra màn hình {look} {width}", "communes");
        await clerk.Prefer("normal", locale);
        await clerk.Page.SetViewportSizeAsync(width, 800);

        foreach (var (name, path, sign) in Screens.Of(document))
        {
            await clerk.Open(path);
            await Assertions.Expect(clerk.Page.Locator(sign).First).ToBeVisibleAsync();
            await clerk.AssertAccessible($"{name}, {look}, {width}, {locale}");
            await clerk.AssertFits($"{name}, {width}, {locale}");
            await clerk.Photograph($"{name}-{look}-{width}");
        }

        await clerk.Prefer("normal");
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task What_is_asked_before_an_act_has_no_serious_obstacles(ColorScheme look, int width)
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        foreach (var person in new[] { clerk, leader })
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = look });
            await person.Page.SetViewportSizeAsync(width, 800);
        }

        var about = $"Trước khi làm {look}";
        var document = await Drafting.Review(clerk, about);
        await Ask(leader, document, "returnDraft", look, width);
        await leader.Command($"/api/documents/{document}/clear");
        await Ask(leader, document, "sign", look, width);
        await Drafting.SignAndSeal(clerk, leader, document);
        await clerk.Open($"/documents/{document}/issue");
        await clerk.Page.Locator("[data-selector=communes] input[type=checkbox]").CheckAsync();
        await clerk.AssertAccessible($"issue, {look}, {width}");
        await clerk.Photograph($"issue-{look}-{width}");
        await clerk.Button("compose.issue").ClickAsync();
        await Dialog(clerk, "confirm", look, width);
        await clerk.Open("/inbox/issued");
        await Assertions.Expect(clerk.Page.Locator(".inbox__head")).ToBeVisibleAsync();
        await clerk.Page.Keyboard.PressAsync("?");
        await Dialog(clerk, "keys", look, width);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 360)]
    public async Task The_staff_of_a_unit_and_assigning_have_no_serious_obstacles(ColorScheme look, int width)
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        await using var registry = await product.Sit("clerk.01");
        await using var chief = await product.Sit("leader.01");
        await using var admin = await product.Sit("admin.01");
        foreach (var person in new[] { chief, admin })
        {
            await person.Page.EmulateMediaAsync(new() { ColorScheme = look });
            await person.Page.SetViewportSizeAsync(width, 800);
        }

        var document = await Drafting.Issue(clerk, leader, $"Giao việc {look}", "unit:01");
        var page = await registry.Read($"/api/documents/{document}");
        await registry.Command($"/api/deliveries/{page.GetProperty("deliveries")[0].GetProperty("id").GetGuid()}/register");
        await Ask(chief, document, "assign", look, width);

        await admin.Open("/staff");
        await Assertions.Expect(admin.Page.Locator(".staff__holder").First).ToBeVisibleAsync();
        await admin.AssertAccessible($"staff, {look}, {width}");
        await admin.Photograph($"staff-{look}-{width}");
        await admin.Page.Locator(".staff__name button").First.ClickAsync();
        await Dialog(admin, "give seat", look, width);
    }

    private static async Task Ask(Person person, Guid document, string act, ColorScheme look, int width)
    {
        await person.Open($"/documents/{document}");
        await person.Act(act);
        await Dialog(person, act, look, width);
    }

    private static async Task Dialog(Person person, string name, ColorScheme look, int width)
    {
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await person.AssertAccessible($"{name}, {look}, {width}");
        await person.Photograph($"{name}-{look}-{width}");
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, 800)]
    [InlineData(ColorScheme.Dark, 1280, 800)]
    [InlineData(ColorScheme.Light, 320, 640)]
    public async Task The_operators_page_and_its_dialog_fit_and_have_no_serious_obstacles(ColorScheme look, int width, int height)
    {
        await using var person = await product.Sit("operator");
        await person.Page.EmulateMediaAsync(new() { ColorScheme = look });
        await person.Page.SetViewportSizeAsync(width, height);
        await person.Open("/operator");
        var drain = person.Page.Locator(".node-table__act button");
        await Assertions.Expect(drain).ToBeVisibleAsync();
        await person.AssertFits($"operator, {width}");
        await person.AssertAccessible($"operator, {look}, {width}");
        await person.Photograph($"operator-{look}-{width}");

        await drain.ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await person.AssertAccessible($"drain, {look}, {width}");
        await person.Photograph($"drain-{look}-{width}");
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(drain).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_door_has_no_serious_obstacles()
    {
        await using var visitor = await product.Arrive("visitor");
        await Assertions.Expect(visitor.Button("signIn.submit")).ToBeVisibleAsync();
        await visitor.AssertAccessible("sign-in");
    }
}
