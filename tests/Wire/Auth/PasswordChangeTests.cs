using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Auth;

/// <summary>People change their own password: they say the one until now, and whoever else is signed in as them is not any more.</summary>
public sealed class PasswordChangeTests(SharedNode shared)
{
    private const string Next = "một mật khẩu dài hơn";

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task A_new_password_works_the_old_one_does_not_and_the_other_sessions_end()
    {
        using var here = await _node.SignedIn("clerk.31");
        using var elsewhere = await _node.SignedIn("clerk.31");
        var id = Guid.NewGuid();
        using var changed = await Change(here, _node.DemoPassword, Next, id);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Single((await here.GetJson("/api/sessions")).EnumerateArray());
        using var ended = await elsewhere.Get("/api/session");
        await ended.IsRefused(HttpStatusCode.Unauthorized, "signInRequired");

        // The answer was lost and it is sent again: the password until then is no longer the old one.
        using var again = await Change(here, _node.DemoPassword, Next, id);
        Assert.Equal(await changed.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        using var comer = _node.NewBrowser();
        using var old = await comer.SignIn("clerk.31", _node.DemoPassword);
        await old.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        using var entered = await comer.SignIn("clerk.31", Next);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    [Fact]
    public async Task Without_the_old_password_or_with_a_poor_new_one_nothing_changes()
    {
        using var person = await _node.SignedIn("clerk.33");
        using var wrong = await Change(person, "không phải", Next);
        await wrong.IsRefused(HttpStatusCode.Forbidden, "stepUpRequired");
        using var missing = await Change(person, _node.DemoPassword, "");
        await missing.IsRefused(HttpStatusCode.BadRequest, "fieldMissing");
        foreach (var poor in new[] { "ngắn", _node.DemoPassword })
        {
            using var refused = await Change(person, _node.DemoPassword, poor);
            await refused.IsRefused(HttpStatusCode.BadRequest, "fieldInvalid");
        }

        using var comer = _node.NewBrowser();
        using var entered = await comer.SignIn("clerk.33", _node.DemoPassword);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    [Fact]
    public async Task An_id_that_stands_for_something_else_is_no_change_of_password()
    {
        using var person = await _node.SignedIn("clerk.37");
        var (preferences, change) = (Guid.NewGuid(), Guid.NewGuid());
        using var chosen = await person.Command(HttpMethod.Put, "/api/preferences", new { theme = "dark", density = "compact", locale = "vi" }, preferences);
        chosen.EnsureSuccessStatusCode();
        using var other = await Change(person, _node.DemoPassword, Next, preferences);
        await other.IsRefused(HttpStatusCode.Conflict, "commandIdReused");

        using var changed = await Change(person, _node.DemoPassword, Next, change);
        changed.EnsureSuccessStatusCode();
        using var another = await Change(person, _node.DemoPassword, Next + " nữa", change);
        await another.IsRefused(HttpStatusCode.Conflict, "commandIdReused");
        using var comer = _node.NewBrowser();
        using var entered = await comer.SignIn("clerk.37", Next);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    /// <summary>Set by an operator between the check of the old one and the commit: the session is over, and its change does not undo that.</summary>
    [Fact]
    public async Task From_a_session_that_has_ended_meanwhile_nothing_is_changed()
    {
        using var person = await _node.SignedIn("clerk.38");
        var me = (await person.GetJson("/api/session")).GetProperty("official").GetProperty("id").GetInt32();
        var context = new CommandContext(new CommandKey(new OfficialId(me), new CommandId(Guid.NewGuid())), [1], new Actor(new OfficialId(me), "", [], null, Secrecy.Normal));
        var outcome = await _node.Services.GetRequiredService<IGrainFactory>().GetGrain<ISessionGrain>(me)
            .ChangePassword(context, new ChangePassword("hash", [1, 2, 3]));
        Assert.Equal(RefusalCode.SignInRequired, outcome.Refusal?.Code);
        using var comer = _node.NewBrowser();
        using var entered = await comer.SignIn("clerk.38", _node.DemoPassword);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    private static Task<HttpResponseMessage> Change(Browser browser, string password, string next, Guid? id = null) =>
        browser.Command(HttpMethod.Put, "/api/session/password", new { password, next }, id);
}
