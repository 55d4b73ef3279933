using System.Net;
using System.Text.Json;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>What a person is told by a node whose store takes nothing, and what becomes of it.</summary>
internal static class Patience
{
    /// <summary>Asserts that the request is refused for now: 503 with a time to come back, in the header and in the problem.</summary>
    public static async Task IsToldToRetry(this Person person, HttpMethod method, string path, object? body = null, Guid? id = null)
    {
        using var answer = await person.Ask(method, path, body, id);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero, $"{method} {path} has no Retry-After");
        Assert.True(problem.GetProperty("retryAfterMs").GetInt32() > 0);
    }

    /// <summary>The first command after an outage may meet a connection that died in it, and is told so.</summary>
    private const int SendingsMax = 5;

    /// <summary>Asserts that the draft that was refused is taken under the same id, once. Sends it again as the client does.</summary>
    public static async Task Succeeds(this Person author, object draft, Guid id)
    {
        var sent = await author.Post("/api/documents", draft, id);
        for (var sendings = 1; sent.Status == HttpStatusCode.ServiceUnavailable && sendings < SendingsMax; sendings++)
            sent = await author.Post("/api/documents", draft, id);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(sent.Answer.GetRawText(), (await author.Post("/api/documents", draft, id)).Answer.GetRawText());
        Assert.Equal(1, (await author.Get<JsonElement>("/api/inbox?box=drafts")).GetProperty("total").GetInt32());
    }
}
