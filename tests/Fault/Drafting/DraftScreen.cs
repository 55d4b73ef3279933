using System.Globalization;
using Microsoft.Playwright;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>The product's own editor in a Chromium, with one person who types marked words into it by the keyboard.</summary>
internal sealed class DraftScreen(IPage page, string name)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);

    /// <summary>The same words as the clients' digest: the text, and how far it knows each client.</summary>
    private const string DigestOfPage = """
        () => {
          const { editor } = document.querySelector('.sheet__text')
          const sync = editor.state.plugins.find((plugin) => plugin.key.startsWith('y-sync')).getState(editor.state)
          const clocks = [...sync.doc.store.clients].map(([client, structs]) => [client, structs.at(-1).id.clock + structs.at(-1).length])
          return JSON.stringify([sync.type.toString(), clocks.sort((a, b) => a[0] - b[0])])
        }
        """;

    private volatile bool _isOver;
    private Task _typing = Task.CompletedTask;

    /// <summary>Begins each word that is typed here.</summary>
    public string Name => name;

    /// <summary>Words typed so far.</summary>
    public int Typed { get; private set; }

    /// <summary>Opens the draft and puts the caret into a paragraph of its own, behind all that is there.</summary>
    public static async Task<DraftScreen> Open(IBrowser browser, Uri address, string cookie, Guid document, string name)
    {
        var parts = cookie.Split('=', 2);
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "vi-VN" });
        await context.AddCookiesAsync([new() { Name = parts[0], Value = parts[1], Url = address.ToString() }]);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/documents/{document}/write");
        var screen = new DraftScreen(page, name);
        await page.Locator(".sheet__text[contenteditable=true]").ClickAsync(new() { Timeout = 60_000 });
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.PressAsync("Enter");
        await screen.TypeWord();
        await screen.IsSaved();
        return screen;
    }

    public void Begin() => _typing = Type();

    /// <summary>Types no more.</summary>
    public async Task End()
    {
        _isOver = true;
        await _typing;
    }

    /// <summary>Waits until the page says that all is saved.</summary>
    public Task IsSaved(float milliseconds = 60_000) => page.Locator(".saved--ok").WaitForAsync(new() { Timeout = milliseconds });

    public Task<string> Digest() => page.EvaluateAsync<string>(DigestOfPage);

    private async Task Type()
    {
        using var timer = new PeriodicTimer(Pace);
        while (!_isOver)
        {
            await TypeWord();
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>What is typed stands on the page at once, whatever becomes of the line.</summary>
    private async Task TypeWord()
    {
        var word = string.Create(CultureInfo.InvariantCulture, $"{name}{Typed};");
        await page.Keyboard.InsertTextAsync(word);
        await page.WaitForFunctionAsync("(word) => document.querySelector('.sheet__text').editor.state.doc.textContent.includes(word)", word);
        Typed++;
    }
}
