using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Accessibility;

/// <summary>axe-core finds nothing serious on any screen, in the light and in the dark.</summary>
public sealed class ScreenTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Screens_have_no_serious_obstacles(ColorScheme look)
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        await clerk.Page.EmulateMediaAsync(new() { ColorScheme = look });
        var document = await Drafting.Issue(clerk, leader, $"Kiểm tra màn hình {look}", "communes");

        foreach (var (name, path, sign) in Screens.Of(document))
        {
            await clerk.Open(path);
            await Assertions.Expect(clerk.Page.Locator(sign).First).ToBeVisibleAsync();
            await clerk.AssertAccessible($"{name}, {look}");
            await clerk.Photograph($"{name}-{look}");
        }
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
        var over = await person.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth) - innerWidth");
        Assert.True(over <= 0, $"{width}: {over} px too wide");
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
