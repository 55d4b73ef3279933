using PartyRealtime.Processes;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>The built server on an empty folder with the small organisation, and a Chromium; one of each for all tests.</summary>
public class RunningProduct : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    /// <summary>A screen that lost its line tries its first read again after up to 5 s; the rest is for a machine that is busy.</summary>
    private const float ExpectedWithinMs = 60_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("partyrealtime-browser-").FullName;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <summary>The process and its demo password.</summary>
    public ServerProcess Server { get; protected set; } = null!;

    /// <summary>Where screenshots go; the folder stays behind for whoever wants to look.</summary>
    public string Screenshots { get; } = Directory.CreateTempSubdirectory("partyrealtime-screens-").FullName;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(ExpectedWithinMs);
        Server = await ServerProcess.Start(_folder, ["--size", "S1", .. await Options()]);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Chromium,
            Args =
            [
                .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
                "--disable-background-networking", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>What the server is started with besides.</summary>
    protected virtual Task<string[]> Options() => Task.FromResult<string[]>([]);

    /// <summary>A person at a screen of their own, signed in through the form.</summary>
    /// <param name="signIn">The demo name, such as <c>clerk.TW</c>.</param>
    /// <param name="through">The way to the server; null for the direct one.</param>
    public async Task<Person> Sit(string signIn, Uri? through = null)
    {
        var person = await Arrive(signIn, through);
        await person.SignIn();
        return person;
    }

    /// <summary>Somebody who opens the product; nothing is shared with other people's screens.</summary>
    public async Task<Person> Arrive(string name, Uri? through = null)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = (through ?? Server.Url).ToString(),
            Locale = "vi-VN",
            TimezoneId = "Asia/Ho_Chi_Minh",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        context.SetDefaultTimeout(ExpectedWithinMs);
        var person = new Person(await context.NewPageAsync(), name, this);
        await person.Open("/");
        return person;
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
