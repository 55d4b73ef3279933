using PartyRealtime.BrowserTests.Directive;
using PartyRealtime.BrowserTests.Product;

namespace PartyRealtime.BrowserTests.Keyboard;

/// <summary>A commune's three people do a document from arrival to its end, and none of them touches a pointer.</summary>
public sealed class KeyboardWalkTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    /// <summary>An assignment is held back for ten seconds, in which it can be undone.</summary>
    private const float AssignedWithinMs = 30_000;

    private const float SeenMs = 3_000;

    private const int AttemptsMax = 10;

    [Fact]
    public async Task Received_assigned_and_finished_by_keys_alone()
    {
        const string about = "Rà soát hộ nghèo";
        await using var centre = await product.Sit("clerk.TW");
        await using var signer = await product.Sit("leader.TW");
        var commune = await Communes.First(centre);
        await using var clerk = await product.Sit("clerk." + commune);
        await using var leader = await product.Sit("leader." + commune);
        await using var specialist = await product.Sit("specialist." + commune);
        await Drafting.Issue(centre, signer, about, "unit:" + commune);

        await Go(clerk, "i", "waitingReceipt");
        await Choose(clerk, about, "register");
        await Press(clerk, "r");
        await Assertions.Expect(clerk.Row(about)).ToHaveCountAsync(0);

        await Go(leader, "m", "waitingMe");
        await Choose(leader, about, "assign");
        await Press(leader, "a");
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Dialog).Locator("fieldset").First).ToBeVisibleAsync();
        await leader.Page.Keyboard.TypeAsync((await specialist.Read("/api/session")).GetProperty("official").GetProperty("name").GetString()!);
        await Assertions.Expect(leader.Page.Locator("fieldset")).ToHaveCountAsync(1);
        await Press(leader, "Tab", "Space", "Tab", "Tab", "Tab");
        await leader.Page.Keyboard.TypeAsync("Báo cáo trước thứ Sáu");
        await Press(leader, "Control+Enter");

        await Go(specialist, "l", "lead");
        await Assertions.Expect(specialist.Row(about)).ToBeVisibleAsync(new() { Timeout = AssignedWithinMs });
        await Choose(specialist, about, "finish");
        await Press(specialist, "e");
        await Assertions.Expect(specialist.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await specialist.Page.Keyboard.TypeAsync("Đã rà soát");
        await Press(specialist, "Control+Enter");
        await Assertions.Expect(specialist.Row(about)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_full_stop_offers_the_acts_of_the_row_that_has_the_focus()
    {
        const string about = "Thực đơn của dòng";
        await using var centre = await product.Sit("clerk.TW");
        await using var signer = await product.Sit("leader.TW");
        var commune = await Communes.Last(centre);
        await Drafting.Issue(centre, signer, about, "unit:" + commune);
        // Sits down afterwards: what arrives while a list is read waits behind its line.
        await using var clerk = await product.Sit("clerk." + commune);

        await Go(clerk, "i", "waitingReceipt");
        await Choose(clerk, about, "register");
        await Press(clerk, ".");
        var menu = clerk.Page.GetByRole(AriaRole.Menu);
        await Assertions.Expect(menu.GetByRole(AriaRole.Menuitem, new() { Name = Words.Of("acts.register.verb"), Exact = true })).ToBeVisibleAsync();
        await clerk.AssertAccessible("row menu");
        await clerk.Photograph("row-menu");
        await Press(clerk, "Enter");
        await Assertions.Expect(clerk.Row(about)).ToHaveCountAsync(0);
    }

    /// <summary>Goes down to the row; the act is then offered beside it.</summary>
    private static async Task Choose(Person person, string about, string act)
    {
        await Assertions.Expect(person.Row(about)).ToBeVisibleAsync();
        await Repeated(async () =>
        {
            await Press(person, "j", "k");
            await Assertions.Expect(person.Row(about)).ToBeFocusedAsync(new() { Timeout = SeenMs });
        });
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Toolbar, new() { Name = Words.Of("documents.actions") })
            .GetByRole(AriaRole.Button, new() { Name = Words.Of($"acts.{act}.verb"), Exact = true })).ToBeVisibleAsync();
    }

    /// <summary>By the two keys of a sequence.</summary>
    private static Task Go(Person person, string key, string box) => Repeated(async () =>
    {
        await Press(person, "g", key);
        await person.Page.WaitForURLAsync("**/inbox/" + box, new() { Timeout = SeenMs });
    });

    /// <summary>Once more where a busy machine took too long between the keys, or had not drawn yet what they are for.</summary>
    private static async Task Repeated(Func<Task> pressed)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await pressed();
                return;
            }
            catch (Exception unseen) when (unseen is TimeoutException or PlaywrightException && attempt < AttemptsMax)
            {
                // Not seen: the keys are pressed again.
            }
        }
    }

    private static async Task Press(Person person, params string[] keys)
    {
        foreach (var key in keys)
            await person.Page.Keyboard.PressAsync(key);
    }
}
