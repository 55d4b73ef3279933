using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Accessibility;

/// <summary>Screens as people set them: small, enlarged, in the system's own colours, without movement, dense.</summary>
public sealed class StateTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    [Theory]
    [InlineData("phone", 320, 640, "normal")]
    [InlineData("200 %", 640, 400, "normal")]
    [InlineData("compact", 1280, 800, "compact")]
    [InlineData("roomy", 1280, 800, "roomy")]
    public async Task Screens_fit_without_scrolling_sideways_and_have_no_serious_obstacles(string state, int width, int height, string density)
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var document = await Drafting.Issue(clerk, leader, $"Kiểm tra khổ {state}", "communes");
        await clerk.Prefer(density);
        await clerk.Page.SetViewportSizeAsync(width, height);

        foreach (var (name, path, sign) in Screens.Of(document))
        {
            await clerk.Open(path);
            await Assertions.Expect(clerk.Page.Locator(sign).First).ToBeVisibleAsync();
            await clerk.AssertFits($"{name}, {state}");
            await clerk.AssertAccessible($"{name}, {state}");
            await clerk.Photograph($"{name}-{width}-{density}");
        }

        await clerk.Prefer("normal");
    }

    [Fact]
    public async Task System_colours_and_stillness_are_kept_on_every_screen()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        await clerk.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ReducedMotion = ReducedMotion.Reduce });
        var document = await Drafting.Issue(clerk, leader, "Kiểm tra màu hệ thống", "communes");

        foreach (var (name, path, sign) in Screens.Of(document))
        {
            await clerk.Open(path);
            await Assertions.Expect(clerk.Page.Locator(sign).First).ToBeVisibleAsync();
            Assert.Equal(0, await clerk.Page.EvaluateAsync<int>("() => document.getAnimations().length"));
            await clerk.AssertAccessible($"{name}, forced colours");
            await clerk.Photograph($"{name}-forced");
        }
    }

    [Fact]
    public async Task A_register_prints_across_and_a_document_upright()
    {
        await using var clerk = await product.Sit("clerk.TW");
        await using var leader = await product.Sit("leader.TW");
        var document = await Drafting.Issue(clerk, leader, "Kiểm tra bản in", "communes");
        await clerk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await clerk.Open("/registers/outgoing");
        await Assertions.Expect(clerk.Page.Locator("thead")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.Page.Locator(".rail, .top-bar, .register__ways").First).ToBeHiddenAsync();
        Assert.Equal("table-header-group", await clerk.Style("thead", "display"));
        Assert.Equal("register", await clerk.Style(".register", "page"));

        await clerk.Open($"/documents/{document}");
        await Assertions.Expect(clerk.Page.Locator(".paper")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.Page.Locator(".document__head")).ToBeHiddenAsync();
    }
}
