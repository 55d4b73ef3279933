using System.Net;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>Whoever knew a sign-in name once kept its person from signing: failed sign-ins locked the password inside the session, too.</summary>
public sealed class StrangerAtTheDoorTests(SharedNode shared)
{
    /// <summary>As many as a name has at once, and twice what locks it.</summary>
    private const int Attempts = 10;

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task Who_is_signed_in_signs_while_a_stranger_fails_to_sign_in()
    {
        using var leader = await _node.SignedIn("leader.46");
        var official = (await leader.GetJson("/api/session")).GetProperty("official").GetProperty("id").GetInt32();
        // A stranger may send anything for a name, such as what attempts inside a session could be counted under.
        foreach (var name in new[] { "leader.46", $"#{official}", $"{official}" })
        {
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                using var stranger = _node.NewBrowser();
                using var wrong = await stranger.SignIn(name, "wrong");
                Assert.False(wrong.IsSuccessStatusCode);
            }
        }

        // The password was taken: what is refused is the paper that does not exist.
        using var signed = await Sign(leader, _node.DemoPassword);
        await signed.IsRefused(HttpStatusCode.NotFound, "notInScope");
        using var changed = await leader.Command(HttpMethod.Put, "/api/session/password", new { password = _node.DemoPassword, next = "một mật khẩu dài hơn" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    [Fact]
    public async Task Wrong_passwords_inside_a_session_are_limited_and_lock_nobody_out()
    {
        using var leader = await _node.SignedIn("leader.48");
        var refused = new List<HttpStatusCode>();
        while (!refused.Contains(HttpStatusCode.TooManyRequests) && refused.Count < 30)
        {
            using var wrong = await Sign(leader, "wrong");
            refused.Add(wrong.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, refused[^1]);
        Assert.All(refused.SkipLast(1), status => Assert.Equal(HttpStatusCode.Forbidden, status));
        using var elsewhere = _node.NewBrowser();
        using var entered = await elsewhere.SignIn("leader.48", _node.DemoPassword);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
    }

    private static Task<HttpResponseMessage> Sign(Browser browser, string password) =>
        browser.Command(HttpMethod.Post, $"/api/documents/{Guid.NewGuid()}/sign", new { password, capacity = "inPerson", bodyHash = new string('a', 64), bodyVersion = 1 });
}
