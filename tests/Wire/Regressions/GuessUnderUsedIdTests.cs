using System.Net;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>Repeating a change of the password under its used id once told, as often as it was asked, whether a guess was the password.</summary>
public sealed class GuessUnderUsedIdTests(SharedNode shared)
{
    private const string Next = "một mật khẩu dài hơn";

    private const int GuessesMax = 30;

    private readonly RunningNode _node = shared.Node;

    [Fact]
    public async Task Guesses_under_a_used_id_are_limited_as_those_under_a_new_one()
    {
        using var person = await _node.SignedIn("clerk.51");
        var id = Guid.NewGuid();
        using var changed = await Change(person, Next, id);
        changed.EnsureSuccessStatusCode();
        var told = new List<HttpStatusCode>();
        while (!told.Contains(HttpStatusCode.TooManyRequests) && told.Count < GuessesMax)
        {
            using var guess = await Change(person, $"một mật khẩu khác {told.Count}", id);
            told.Add(guess.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, told[^1]);
        Assert.All(told.SkipLast(1), status => Assert.Equal(HttpStatusCode.Conflict, status));
    }

    [Fact]
    public async Task Its_own_repetitions_cost_no_attempt()
    {
        using var person = await _node.SignedIn("clerk.52");
        var id = Guid.NewGuid();
        for (var sent = 0; sent < 15; sent++)
        {
            using var answer = await Change(person, Next, id);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private Task<HttpResponseMessage> Change(Browser browser, string next, Guid id) =>
        browser.Command(HttpMethod.Put, "/api/session/password", new { password = _node.DemoPassword, next }, id);
}
