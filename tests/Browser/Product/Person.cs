using System.Text.Json;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>Somebody at a screen: looks, clicks, types.</summary>
public sealed class Person(IPage page, string name, RunningProduct product) : IAsyncDisposable
{
    private const int AccessibleLooks = 3;

    private const int TriesMax = 60;

    public IPage Page => page;

    /// <summary>The password of the demo accounts.</summary>
    public string Password => product.Server.DemoPassword;

    /// <summary>The rows of the list that is open, by what they are named.</summary>
    public ILocator Rows => page.Locator("a.row__link");

    /// <summary>The field for text that this label names.</summary>
    public ILocator Field(string key) => page.GetByRole(AriaRole.Textbox, new() { Name = Words.Of(key), Exact = true });

    public ILocator Button(string key) => page.GetByRole(AriaRole.Button, new() { Name = Words.Of(key), Exact = true });

    public async Task SignIn()
    {
        await Field("signIn.name").FillAsync(name);
        await page.GetByLabel(Words.Of("signIn.password"), new() { Exact = true }).FillAsync(Password);
        await Button("signIn.submit").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = Words.Of("shell.boxes") })).ToBeVisibleAsync();
    }

    public Task Open(string path) => page.GotoAsync(path);

    /// <summary>The row whose abstract this is, in the list that is open.</summary>
    public ILocator Row(string @abstract) => Rows.Filter(new() { HasText = @abstract });

    /// <summary>Does an act of the open document's toolbar.</summary>
    public Task Act(string act) => page.GetByRole(AriaRole.Toolbar, new() { Name = Words.Of("documents.actions") })
        .GetByRole(AriaRole.Button, new() { Name = Words.Of($"acts.{act}.verb"), Exact = true }).ClickAsync();

    /// <summary>Answers the dialog that an act asks first, with the password where it asks for that.</summary>
    public async Task Confirm(string act)
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        if (act == "sign")
            await dialog.GetByLabel(Words.Of("documents.passwordAgain"), new() { Exact = true }).FillAsync(Password);
        await dialog.GetByRole(AriaRole.Button, new() { Name = Words.Of($"acts.{act}.verb"), Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    /// <summary>A read of the interface under this person's session.</summary>
    public async Task<JsonElement> Read(string path)
    {
        var response = await Insist(() => page.APIRequest.GetAsync(new Uri(new Uri(page.Url), path).ToString()));
        return (await response.JsonAsync())!.Value;
    }

    /// <summary>A command under this person's session, without the screen: for what is not the test's matter.</summary>
    public async Task<JsonElement> Command(string path, object? body = null)
    {
        var headers = WriteHeaders();
        var response = await Insist(() => page.APIRequest.PostAsync(
            new Uri(new Uri(page.Url), path).ToString(), new() { DataObject = body ?? new { }, Headers = headers }));
        return (await response.JsonAsync())!.Value;
    }

    /// <summary>Sets how dense this person's lists are, and the language; the next page that opens shows it.</summary>
    public async Task Prefer(string density, string locale = "vi")
    {
        var headers = WriteHeaders();
        await Insist(() => page.APIRequest.PutAsync(
            new Uri(new Uri(page.Url), "/api/preferences").ToString(), new() { DataObject = new { theme = "system", density, locale }, Headers = headers }));
    }

    /// <summary>What a style property of the first such element comes to.</summary>
    public Task<string> Style(string selector, string property) =>
        page.Locator(selector).First.EvaluateAsync<string>("(element, property) => getComputedStyle(element).getPropertyValue(property)", property);

    /// <summary>What stands on the page fits into its width, in the faces that it is set in.</summary>
    public async Task AssertFits(string where)
    {
        var over = await page.EvaluateAsync<int>("""
            async () => {
              await document.fonts.ready
              return Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth) - innerWidth
            }
            """);
        Assert.True(over <= 0, $"{where}: {over} px too wide");
    }

    /// <summary>What the rows of the open list are named, from the top.</summary>
    public Task<string[]> RowNames() => Rows.EvaluateAllAsync<string[]>("rows => rows.map((row) => row.ariaLabel ?? row.innerText)");

    /// <summary>A picture of the screen, for people to look at.</summary>
    public Task Photograph(string name) => page.ScreenshotAsync(new() { Path = Path.Combine(product.Screenshots, name + ".png") });

    /// <summary>
    /// Nothing that axe-core calls serious or critical is on the screen. It is looked at again where something was found: a
    /// button that an answer enables while it is looked at changes its colours, and what is wrong stays.
    /// </summary>
    public async Task AssertAccessible(string where)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(ClientSources.Folder, "node_modules", "axe-core", "axe.min.js")));
        var found = await Obstacles();
        for (var looks = 1; found.Length > 0 && looks < AccessibleLooks; looks++)
            found = await Obstacles();
        Assert.True(found.Length == 0, $"{where}:\n{string.Join('\n', found)}");
    }

    private async Task<string[]> Obstacles()
    {
        // What fades in has less contrast for a moment.
        await Page.EvaluateAsync(
            "() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => {})))");
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run()).violations
              .filter((one) => one.impact === 'serious' || one.impact === 'critical')
              .map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ').slice(0, 500)}`)
            """);
    }

    /// <summary>Asks again, as the page does, while a busy server says that it may be; a command goes under the same id.</summary>
    private static async Task<IAPIResponse> Insist(Func<Task<IAPIResponse>> ask)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var tries = 1; ; tries++)
        {
            var response = await ask();
            if (response.Status is not (429 or 503 or 504) || tries == TriesMax)
            {
                Assert.True(response.Ok, $"{response.Url}: {response.Status} {await response.TextAsync()}");
                return response;
            }

            await pause.WaitForNextTickAsync();
        }
    }

    private Dictionary<string, string> WriteHeaders() => new(StringComparer.Ordinal)
    {
        ["Idempotency-Key"] = Guid.NewGuid().ToString("D"),
        ["Origin"] = new Uri(page.Url).GetLeftPart(UriPartial.Authority),
    };

    /// <summary>Leaves; the last look of the screen stays behind as a picture, where one can be taken.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Photograph("last-" + name);
        }
        catch (Exception untaken) when (untaken is PlaywrightException or TimeoutException)
        {
            // What the test found is said, not this.
        }

        await page.Context.CloseAsync();
    }
}
