using System.Diagnostics;
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

    /// <summary>The first commands after an outage may meet connections that died in it, and are told so.</summary>
    private static readonly TimeSpan BackMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Asserts that the draft that was refused is taken under the same id, once. Sends it again as the client does.</summary>
    public static async Task Succeeds(this Person author, object draft, Guid id)
    {
        var sent = await Again(() => author.Post("/api/documents", draft, id), answer => answer.Status);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(sent.Answer.GetRawText(), (await author.Post("/api/documents", draft, id)).Answer.GetRawText());
        Assert.Equal(1, (await author.Get<JsonElement>("/api/inbox?box=drafts")).GetProperty("total").GetInt32());
    }

    /// <summary>Asserts that the node calls itself ready again.</summary>
    public static async Task FindsItReady(this Person anybody) =>
        Assert.Equal(HttpStatusCode.OK, await Again(() => anybody.Status("/health/ready"), status => status));

    /// <summary>The first answer that is not 503, or the last one of all.</summary>
    private static async Task<T> Again<T>(Func<Task<T>> ask, Func<T, HttpStatusCode> statusOf)
    {
        using var timer = new PeriodicTimer(Pause);
        var began = Stopwatch.GetTimestamp();
        var answer = await ask();
        while (statusOf(answer) == HttpStatusCode.ServiceUnavailable && Stopwatch.GetElapsedTime(began) < BackMax)
        {
            await timer.WaitForNextTickAsync();
            answer = await ask();
        }

        return answer;
    }
}
