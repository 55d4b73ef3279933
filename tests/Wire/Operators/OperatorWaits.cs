using System.Diagnostics;
using System.Net;
using System.Text.Json;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>An operator who asks again: on a busy machine a node may be late with the answer by which the others judge it.</summary>
internal static class OperatorWaits
{
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan TakenMax = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>The list once the first node calls itself ready, or the last one of all.</summary>
    public static async Task<JsonElement> WhenReady(this Browser browser)
    {
        using var timer = new PeriodicTimer(Pause);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var list = await browser.GetJson("/api/operator/nodes");
            if (list.GetProperty("nodes")[0].GetProperty("state").GetString() == "ready" || Stopwatch.GetElapsedTime(began) > ReadyMax)
                return list;
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>The answer to a command that is sent anew while it is refused with one of these codes, or the last one of all.</summary>
    public static async Task<HttpResponseMessage> CommandWhile(this Browser browser, string path, object body, params string[] codes)
    {
        using var timer = new PeriodicTimer(Pause);
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await browser.Command(HttpMethod.Post, path, body);
            if (answer.StatusCode == HttpStatusCode.OK || Stopwatch.GetElapsedTime(began) > TakenMax)
                return answer;
            var code = await CodeOf(answer);
            if (!codes.Contains(code))
                return answer;
            answer.Dispose();
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Leaves the answer to be read again.</summary>
    private static async Task<string?> CodeOf(HttpResponseMessage refused)
    {
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("code").GetString();
    }
}
