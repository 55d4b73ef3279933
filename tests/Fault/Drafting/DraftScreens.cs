using Microsoft.Playwright;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.Processes;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>People at the product's own page; what stands before the nodes brings each of their connections to one that lives.</summary>
internal sealed class DraftScreens : IAsyncDisposable
{
    private const string Chromium = "/usr/bin/chromium";

    private readonly List<DraftScreen> _screens = [];
    private readonly Link _link;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private DraftScreens(Link link, IPlaywright playwright, IBrowser browser) => (_link, _playwright, _browser) = (link, playwright, browser);

    public IReadOnlyList<DraftScreen> All => _screens;

    /// <summary>So many people open the draft, one after the other.</summary>
    public static async Task<DraftScreens> Open(OfficeCluster cluster, DraftPeople people, int count)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium,
            Args =
            [
                .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
                "--disable-background-networking", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update", "--disable-sync",
            ],
        });
        var screens = new DraftScreens(new Link([.. cluster.Urls]), playwright, browser);
        for (var screen = 0; screen < count; screen++)
            screens._screens.Add(await DraftScreen.Open(browser, screens._link.Url, people.Cookie(screen), people.Document, $"s{screen}y"));
        return screens;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _link.DisposeAsync();
    }
}
