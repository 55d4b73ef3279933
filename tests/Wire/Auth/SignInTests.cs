using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Auth;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Auth;

public sealed class SignInTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task The_demo_password_opens_a_session_and_answers_who_one_is()
    {
        using var browser = _node.NewBrowser();
        using var answer = await browser.SignIn("clerk.TW", _node.DemoPassword);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var me = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("clerk.tw", me.GetProperty("official").GetProperty("signIn").GetString());
        var seats = me.GetProperty("seats").EnumerateArray().ToList();
        Assert.Equal(["desk", "person"], seats.Select(seat => seat.GetProperty("kind").GetString()));
        Assert.Equal("TW", seats[0].GetProperty("unit").GetProperty("code").GetString());
        Assert.True(Guid.TryParse(me.GetProperty("epoch").GetString(), out _));
        Assert.False(me.GetProperty("operator").GetBoolean());
        Assert.Equal(me.ToString(), (await browser.GetJson("/api/session")).ToString());
    }

    [Fact]
    public async Task The_cookie_is_out_of_the_reach_of_scripts_and_other_sites()
    {
        using var browser = _node.NewBrowser();
        using var answer = await browser.SignIn("clerk.01", _node.DemoPassword);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("pr=", cookie, StringComparison.Ordinal);
        foreach (var attribute in new[] { "path=/", "samesite=strict", "httponly" })
            Assert.Contains(attribute, cookie, StringComparison.OrdinalIgnoreCase);
        var token = cookie[3..cookie.IndexOf(';', StringComparison.Ordinal)];
        Assert.Equal(43, token.Length);
    }

    [Fact]
    public async Task An_unknown_name_and_a_wrong_password_are_answered_alike_and_after_the_same_time()
    {
        using var browser = _node.NewBrowser();
        var began = Stopwatch.GetTimestamp();
        using var unknown = await browser.SignIn("nobody.at.all", "wrong");
        var afterUnknown = Stopwatch.GetElapsedTime(began);
        using var wrong = await browser.SignIn("specialist.04", "wrong");
        var one = await unknown.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        var other = await wrong.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        Assert.Equal(Names(one), Names(other));
        Assert.True(afterUnknown >= TimeSpan.FromMilliseconds(290), $"answered after {afterUnknown.TotalMilliseconds} ms");

        static IEnumerable<string> Names(JsonElement problem) => problem.EnumerateObject().Select(property => property.Name);
    }

    [Theory]
    [InlineData("", "x", "signIn")]
    [InlineData("clerk.TW", "", "password")]
    public async Task A_missing_field_is_named(string signIn, string password, string field)
    {
        using var browser = _node.NewBrowser();
        using var answer = await browser.SignIn(signIn, password);
        var problem = await answer.IsRefused(HttpStatusCode.BadRequest, "fieldMissing");
        Assert.Equal(field, problem.GetProperty("fields")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Five_failures_lock_the_account_even_for_the_right_password()
    {
        for (var failure = 0; failure < 5; failure++)
        {
            using var browser = _node.NewBrowser();
            using var wrong = await browser.SignIn("admin.08", "wrong");
            await wrong.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        }

        using var after = _node.NewBrowser();
        using var right = await after.SignIn("admin.08", _node.DemoPassword);
        await right.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
    }

    [Fact]
    public async Task Too_many_failures_for_one_name_are_told_to_wait()
    {
        using var browser = _node.NewBrowser();
        HttpResponseMessage answer;
        var attempts = 0;
        do
        {
            answer = await browser.SignIn("not.a.name", "wrong");
        }
        while (answer.StatusCode == HttpStatusCode.Unauthorized && ++attempts < 30);

        using (answer)
        {
            var problem = await answer.IsRefused(HttpStatusCode.TooManyRequests, "tooManyRequests");
            Assert.InRange(problem.GetProperty("retryAfterMs").GetInt64(), 1, 6_000);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 6);
        }
    }

    [Fact]
    public async Task Signing_in_again_ends_the_browsers_former_session()
    {
        using var browser = await _node.SignedIn("clerk.11");
        var former = browser.Cookies.GetCookies(_node.Url)["pr"]!.Value;
        using var again = await browser.SignIn("leader.11", _node.DemoPassword);
        again.EnsureSuccessStatusCode();
        Assert.Null(await _node.Services.GetRequiredService<ISessions>().Find(SessionKey.OfToken(former)));
    }

    [Fact]
    public async Task The_store_holds_no_token()
    {
        using var browser = await _node.SignedIn("clerk.12");
        var token = browser.Cookies.GetCookies(_node.Url)["pr"]!.Value;
        var account = await _node.Services.GetRequiredService<ISessionReads>().Account("clerk.12");
        var session = Assert.Single(await _node.Services.GetRequiredService<ISessionReads>().OfOfficial(account!.Official, TimeProvider.System.GetUtcNow()));
        Assert.Equal(SessionKey.OfToken(token), SessionKey.Of(session.Id));
        Assert.DoesNotContain(token, System.Text.Encoding.Latin1.GetString(session.Id), StringComparison.Ordinal);
    }
}
