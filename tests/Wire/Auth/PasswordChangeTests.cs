using System.Net;
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

    private static Task<HttpResponseMessage> Change(Browser browser, string password, string next, Guid? id = null) =>
        browser.Command(HttpMethod.Put, "/api/session/password", new { password, next }, id);
}
