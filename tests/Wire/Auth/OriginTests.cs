using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.Web.Auth;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Auth;

public sealed class OriginTests(SharedNode shared)
{
    private readonly RunningNode _node = shared.Node;

    [Theory]
    [InlineData(null)]
    [InlineData("null")]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_write_from_elsewhere_is_refused_before_anything_is_read(string? origin)
    {
        using var browser = _node.NewBrowser();
        browser.Origin = origin;
        using var answer = await browser.SignIn("clerk.TW", _node.DemoPassword);
        await answer.IsRefused(HttpStatusCode.Forbidden, "originRefused");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_foreign_name_that_points_at_this_machine_is_refused()
    {
        using var browser = _node.NewBrowser();
        browser.Origin = $"http://evil.example:{_node.Url.Port}";
        using var answer = await browser.Send(
            HttpMethod.Post, "/api/session", new { signIn = "clerk.TW", password = "x" }, host: $"evil.example:{_node.Url.Port}");
        await answer.IsRefused(HttpStatusCode.Forbidden, "originRefused");
    }

    [Fact]
    public async Task A_handshake_of_a_socket_needs_the_origin_too()
    {
        using var browser = await _node.SignedIn("clerk.22");
        foreach (var origin in new[] { null, "https://evil.example" })
        {
            using var socket = new System.Net.WebSockets.ClientWebSocket();
            socket.Options.Cookies = browser.Cookies;
            if (origin is not null)
                socket.Options.SetRequestHeader("Origin", origin);
            await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(() =>
                socket.ConnectAsync(new UriBuilder(_node.Url) { Scheme = "ws", Path = "/live" }.Uri, CancellationToken.None));
            Assert.NotEqual(HttpStatusCode.SwitchingProtocols, socket.HttpStatusCode);
        }
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var browser = _node.NewBrowser();
        foreach (var path in new[] { "/health/live", "/api/session", "/nowhere" })
        {
            using var answer = await browser.Get(path);
            Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.False(answer.Headers.Contains("Server"));
        }

        using var api = await browser.Get("/api/session");
        Assert.True(api.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_published_node_has_no_demo_accounts_and_secure_cookies()
    {
        await using var node = await RunningNode.Start(settings => settings with { Origins = [new Uri("https://office.example")] });
        Assert.Equal("", node.DemoPassword);
        using var browser = node.NewBrowser();
        browser.Origin = "https://office.example";
        using var demo = await browser.SignIn("clerk.TW", _node.DemoPassword);
        await demo.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");

        var hash = node.Services.GetRequiredService<PasswordHashing>().Hash("một mật khẩu đủ dài");
        Assert.True(await node.Services.GetRequiredService<AccountPasswords>().Set("clerk.01", hash));
        Assert.False(await node.Services.GetRequiredService<AccountPasswords>().Set("clerk.nowhere", hash));
        using var real = await browser.SignIn("clerk.01", "một mật khẩu đủ dài");
        Assert.Equal(HttpStatusCode.OK, real.StatusCode);
        var cookie = real.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-pr=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age", real.Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

        browser.Origin = node.Url.GetLeftPart(UriPartial.Authority);
        using var direct = await browser.SignIn("clerk.01", "một mật khẩu đủ dài");
        await direct.IsRefused(HttpStatusCode.Forbidden, "originRefused");
    }

    [Fact]
    public async Task Behind_a_proxy_on_loopback_demo_accounts_work_for_people_on_this_machine_alone()
    {
        await using var node = await RunningNode.Start(settings => settings with { Origins = [new Uri("http://127.0.0.1:9000")] });
        using var browser = node.NewBrowser();
        browser.Origin = "http://127.0.0.1:9000";
        browser.ForwardedFor = "203.0.113.7";
        using (var stranger = await browser.SignIn("clerk.TW", node.DemoPassword))
            await stranger.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        // The nearest proxy's word counts: what the sender wrote stands before it.
        browser.ForwardedFor = "127.0.0.1, 203.0.113.7";
        using (var liar = await browser.SignIn("clerk.TW", node.DemoPassword))
            await liar.IsRefused(HttpStatusCode.Unauthorized, "signInFailed");
        browser.ForwardedFor = "127.0.0.1";
        using var here = await browser.SignIn("clerk.TW", node.DemoPassword);
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
        Assert.StartsWith("pr=", here.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_of_a_demo_account_ends_where_the_node_is_published()
    {
        await using var node = await RunningNode.Start(settings => settings with { Listen = IPAddress.Any });
        var token = SessionCookie.NewToken();
        var minted = await node.Services.GetRequiredService<SessionMint>().Mint(1, null, () => SessionKey.OfToken(token).ToBytes());
        Assert.Single(minted);
        Assert.Null(await node.Services.GetRequiredService<ISessions>().Find(SessionKey.OfToken(token)));
    }
}
