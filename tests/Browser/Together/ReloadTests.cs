using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Together;

/// <summary>What was typed without a line is there after a reload, and reaches the draft once.</summary>
public sealed class ReloadTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    /// <summary>How many updates the browser keeps.</summary>
    private const string Kept = """
        () => new Promise((resolve) => {
          const request = indexedDB.open('partyrealtime-unsaved')
          // Nobody has made it yet, and it is not for this to make it.
          request.onupgradeneeded = () => request.transaction.abort()
          request.onerror = () => resolve(0)
          request.onsuccess = () => {
            const count = request.result.transaction('updates').objectStore('updates').count()
            count.onsuccess = () => { request.result.close(); resolve(count.result) }
          }
        })
        """;

    private const int LooksMax = 600;

    [Fact]
    public async Task What_is_not_saved_outlives_a_reload_and_is_merged_once()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Tải lại khi mất kết nối");
        clerk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var gate = await DraftGate.At(clerk);
        var mine = await Sheet.Open(clerk, document);
        await mine.GoTo(0);
        await mine.Insert("Giữa");
        await mine.IsSaved();
        await using var colleague = await product.Sit("clerk.TW");
        var its = await Sheet.Open(colleague, document);
        await its.Shows("Giữa");

        await gate.Shut();
        await Assertions.Expect(clerk.Page.GetByText(Words.Of("drafting.offlineKept"))).ToBeVisibleAsync();
        await IsEmpty(clerk);
        await InsertKept(mine, " cuối");
        await clerk.Page.ReloadAsync();
        await mine.Shows("Giữa cuối");
        await mine.GoTo("Giữa cuối".Length);
        await InsertKept(mine, " cùng");
        await its.GoTo(0);
        await its.Insert("Đầu ");
        await clerk.Page.ReloadAsync();
        await mine.Shows("Giữa cuối cùng");
        await its.Shows("Đầu Giữa");

        await gate.Open();
        await its.Shows("Đầu Giữa cuối cùng");
        await mine.Shows("Đầu Giữa cuối cùng");
        await mine.IsSaved();
        await IsEmpty(clerk);
        await clerk.Page.ReloadAsync();
        await mine.Shows("Đầu Giữa cuối cùng");
    }

    [Fact]
    public async Task What_a_locked_draft_does_not_take_stays_until_its_writer_gives_it_up()
    {
        await using var clerk = await product.Sit("clerk.TW");
        var document = await Sheet.Begin(clerk, "Khóa khi mất kết nối");
        clerk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var gate = await DraftGate.At(clerk);
        var mine = await Sheet.Open(clerk, document);
        await mine.GoTo(0);
        await mine.Insert("Đã lưu");
        await mine.IsSaved();
        await gate.Shut();
        await Assertions.Expect(clerk.Page.GetByText(Words.Of("drafting.offlineKept"))).ToBeVisibleAsync();
        await IsEmpty(clerk);
        await InsertKept(mine, " chưa lưu");
        await clerk.Page.ReloadAsync();
        await mine.Shows("Đã lưu chưa lưu");
        await clerk.Command($"/api/documents/{document}/submit");

        await gate.Open();
        await clerk.Button("drafting.giveUp").ClickAsync();
        await mine.Shows("Đã lưu");
        await clerk.Page.ReloadAsync();
        await mine.Shows("Đã lưu");
        await Assertions.Expect(mine.Text).ToHaveAttributeAsync("contenteditable", "false");
    }

    [Fact]
    public async Task Nothing_stays_at_the_browser_after_signing_out()
    {
        await using var clerk = await product.Sit("clerk.TW");
        clerk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        var gate = await DraftGate.At(clerk);
        var sheet = await Sheet.Open(clerk, await Sheet.Begin(clerk, "Đăng xuất khi mất kết nối"));
        await sheet.GoTo(0);
        await sheet.Insert("Đã lưu");
        await sheet.IsSaved();
        await gate.Shut();
        await Assertions.Expect(clerk.Page.Locator(".saved--warn")).ToBeVisibleAsync();
        await IsEmpty(clerk);
        await InsertKept(sheet, " chưa lưu");
        await clerk.Page.ReloadAsync();
        await sheet.Shows("Đã lưu chưa lưu");
        Assert.NotEqual(0, await clerk.Page.EvaluateAsync<int>(Kept));

        await clerk.Open("/");
        await clerk.Page.Locator(".icon-button:has(.avatar)").ClickAsync();
        await clerk.Page.GetByRole(AriaRole.Menuitem, new() { Name = Words.Of("shell.signOut") }).ClickAsync();
        await clerk.Button("shell.signOutAnyway").ClickAsync();
        await Assertions.Expect(clerk.Button("signIn.submit")).ToBeVisibleAsync();
        // The page is loaded anew after signing out; this asks again then.
        await IsEmpty(clerk);
    }

    /// <summary>Until the browser keeps nothing: what is saved is forgotten some turns after it is called so.</summary>
    private static Task IsEmpty(Person person) => Keeps(person.Page, kept => kept == 0);

    /// <summary>
    /// Types this and waits until the browser keeps it. That takes some turns after the key, and a page that is left in between
    /// has lost it: that is not what is tried here.
    /// </summary>
    private static async Task InsertKept(Sheet sheet, string letters)
    {
        var before = await sheet.Page.EvaluateAsync<int>(Kept);
        await sheet.Insert(letters);
        await Keeps(sheet.Page, kept => kept > before);
    }

    /// <summary>Asked from here: a function of the page that is waited for counts as true when it only promises its answer.</summary>
    private static async Task Keeps(IPage page, Func<int, bool> wanted)
    {
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var looks = 1; ; looks++)
        {
            var kept = await Look(page);
            if (kept is { } updates && wanted(updates))
                return;
            Assert.True(looks < LooksMax, $"The browser keeps {kept} updates.");
            await pause.WaitForNextTickAsync();
        }
    }

    /// <summary>Null while the page is loaded anew.</summary>
    private static async Task<int?> Look(IPage page)
    {
        try
        {
            return await page.EvaluateAsync<int>(Kept);
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }
}
