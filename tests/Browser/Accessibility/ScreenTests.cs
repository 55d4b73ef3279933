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

    [Fact]
    public async Task The_door_has_no_serious_obstacles()
    {
        await using var visitor = await product.Arrive("visitor");
        await Assertions.Expect(visitor.Button("signIn.submit")).ToBeVisibleAsync();
        await visitor.AssertAccessible("sign-in");
    }
}
