using System.Net;

namespace PartyRealtime.FaultTests.Driving;

/// <summary>Sending to a node that may be dead, dying or just born, as a client does that is told to come again.</summary>
internal static class Sending
{
    private static readonly TimeSpan AnsweredMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Sends the same, under the same id where it has one, until the node says more than that it cannot say or has too much
    /// to do, for a minute at most. What it was told before is written to the test's output.
    /// </summary>
    public static async Task<HttpResponseMessage> Answered(this HttpClient http, Func<HttpRequestMessage> again)
    {
        using var limit = new CancellationTokenSource(AnsweredMax);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            using var request = again();
            if (await http.SendOrNone(request, limit.Token) is { } answer)
            {
                if (answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests) || limit.IsCancellationRequested)
                    return answer;
                TestContext.Current.TestOutputHelper?.WriteLine($"sent again: {await answer.Said()}");
                answer.Dispose();
            }

            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>What was asked, and the answer in words.</summary>
    public static async Task<string> Said(this HttpResponseMessage answer) =>
        $"{answer.RequestMessage!.Method} {answer.RequestMessage.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";

    /// <summary>The answer; null when none came.</summary>
    private static async Task<HttpResponseMessage?> SendOrNone(this HttpClient http, HttpRequestMessage request, CancellationToken limit)
    {
        try
        {
            return await http.SendAsync(request, limit);
        }
        catch (Exception none) when (none.IsNoAnswer() && !limit.IsCancellationRequested)
        {
            return null;
        }
    }
}
