using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Demo people at desks of a cluster, who act through one of its nodes, each act until it is acknowledged.</summary>
internal sealed class ClusterDesk(OfficeCluster cluster, int node) : IDisposable
{
    private static readonly TimeSpan SeenMax = TimeSpan.FromMinutes(1);

    private static readonly string[] Everyone = ["everyone"];

    private readonly HttpClient _http = Api.Pool(TimeSpan.FromSeconds(20));

    public Uri Node => cluster.Urls[node];

    /// <summary>The Cookie header of a new session, asked for until the node that has it answers.</summary>
    public async Task<string> SignIn(string name)
    {
        using var answer = await Answered(() =>
        {
            var request = Request(HttpMethod.Post, "/api/session", "");
            request.Content = JsonContent.Create(new { signIn = name, password = cluster.Server(node).DemoPassword });
            return request;
        });
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    public async Task<HttpStatusCode> Status(string cookie, string path)
    {
        using var answer = await _http.Answered(() => Request(HttpMethod.Get, path, cookie));
        return answer.StatusCode;
    }

    public async Task<JsonElement> Read(string cookie, string path)
    {
        using var answer = await Answered(() => Request(HttpMethod.Get, path, cookie));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>How the operators' page lists a node; null where it does not.</summary>
    public async Task<string?> State(string operatorCookie, int listed) =>
        (await Read(operatorCookie, "/api/operator/nodes")).GetProperty("nodes").EnumerateArray()
            .Where(one => one.GetProperty("name").GetString() == OfficeCluster.NameOf(listed))
            .Select(one => one.GetProperty("state").GetString())
            .SingleOrDefault();

    /// <summary>Waits until the operators' page lists a node so.</summary>
    public async Task Says(string operatorCookie, int listed, string state)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        string? said;
        while ((said = await State(operatorCookie, listed)) != state)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < SeenMax, $"Node {listed} is listed as {said}, not as {state}.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>
    /// Waits until the operators' page lists a node as not answering. It does so for some ten seconds, and a slow machine may
    /// ask only after them: then it has been declared dead.
    /// </summary>
    public async Task NoLongerAnswers(string operatorCookie, int listed)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await State(operatorCookie, listed) is var said && said is not ("notAnswering" or "declaredDead"))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < SeenMax, $"Node {listed} is listed as {said}.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>
    /// Tells a node to leave, once all are listed as ready. A node has a second to say how it is: where one of them did not
    /// make it, the drain is refused although nothing is wrong, and is asked for anew.
    /// </summary>
    public async Task Drain(string operatorCookie, int drained)
    {
        for (var listed = 0; listed < OfficeCluster.Nodes; listed++)
            await Says(operatorCookie, listed, "ready");
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await Refusal(operatorCookie, $"/api/operator/nodes/{OfficeCluster.NameOf(drained)}/drain", new { last = false }) is { } code)
        {
            Assert.True(code is "notAllowedNow" or "lastReadyNode" && Stopwatch.GetElapsedTime(began) < SeenMax, $"Node {drained} is not drained: {code}.");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>A document that was written, signed and numbered at the centre; with a number of its register.</summary>
    public async Task<Guid> Numbered(string clerk, string leader, string urgency = "urgent")
    {
        var composed = await Until(clerk, "/api/documents", new
        {
            type = "CT", @abstract = "Chỉ thị thử", body = "Nội dung", urgency, secrecy = "normal", files = Array.Empty<object>(),
        });
        var id = composed.GetProperty("stream").GetGuid();
        await Until(clerk, $"/api/documents/{id}/submit");
        await Until(leader, $"/api/documents/{id}/clear");
        await Until(leader, $"/api/documents/{id}/sign", new { password = cluster.Server(node).DemoPassword, capacity = "inPerson" });
        await Until(clerk, $"/api/documents/{id}/number");
        return id;
    }

    /// <summary>The same, sealed and issued to everybody: more units than arrive with the issue itself.</summary>
    public async Task<Guid> Issued(string clerk, string leader, string urgency = "urgent")
    {
        var id = await Numbered(clerk, leader, urgency);
        await Until(clerk, $"/api/documents/{id}/seal");
        var everyone = (await Until(clerk, "/api/recipients/preview", new { recipients = Everyone })).GetProperty("units").GetInt32();
        await Until(clerk, $"/api/documents/{id}/issue", new { recipients = Everyone, confirmUnits = everyone });
        return id;
    }

    /// <summary>The same command under the same id until it is acknowledged.</summary>
    public async Task<JsonElement> Until(string cookie, string path, object? body = null)
    {
        using var answer = await Answered(Command(cookie, path, body));
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The code with which a command of its own is refused; null where it is acknowledged.</summary>
    private async Task<string?> Refusal(string cookie, string path, object body)
    {
        using var answer = await _http.Answered(Command(cookie, path, body));
        if (answer.IsSuccessStatusCode)
            return null;
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    /// <summary>A command, the same under one id each time that it is made.</summary>
    private Func<HttpRequestMessage> Command(string cookie, string path, object? body)
    {
        var id = Guid.NewGuid();
        return () =>
        {
            var request = Request(HttpMethod.Post, path, cookie);
            request.Headers.Add("Idempotency-Key", id.ToString());
            request.Content = JsonContent.Create(body ?? new { }, options: WireJson.Options);
            return request;
        };
    }

    private async Task<HttpResponseMessage> Answered(Func<HttpRequestMessage> request)
    {
        var answer = await _http.Answered(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Said());
        return answer;
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Request(HttpMethod method, string path, string cookie)
    {
        var request = new HttpRequestMessage(method, new Uri(Node, path));
        request.Headers.Add("Origin", Node.GetLeftPart(UriPartial.Authority));
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return request;
    }
}
