using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>The clerks of one desk and whom they invited, who write one draft together through whichever nodes there are.</summary>
internal sealed class DraftPeople : IDisposable
{
    private static readonly string[] SignIns = ["clerk.tw", "clerk2.tw"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    private readonly List<string> _cookies = [];

    private DraftPeople()
    {
    }

    public Guid Document { get; private set; }

    /// <summary>Signs in at this node, where a new draft is composed.</summary>
    public static async Task<DraftPeople> At(Uri node, string password)
    {
        var people = new DraftPeople();
        foreach (var signIn in SignIns)
            people._cookies.Add(await people.SignIn(node, signIn, password));
        await people.Compose(node);
        return people;
    }

    /// <summary>The Cookie header of a new session.</summary>
    public async Task<string> SignIn(Uri node, string signIn, string password)
    {
        using var answer = await Answered(HttpMethod.Post, node, "/api/session", "", new { signIn, password });
        return answer.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    /// <summary>Another draft of the same clerks, which they open from now on; whoever was invited to the last one is not to it.</summary>
    public async Task Compose(Uri node)
    {
        _cookies.RemoveRange(SignIns.Length, _cookies.Count - SignIns.Length);
        var composed = await Act(node, "/api/documents", new
        {
            type = "CV", @abstract = "Soạn chung", body = "", urgency = "normal", secrecy = "normal", together = true,
        });
        Document = composed.GetProperty("stream").GetGuid();
    }

    /// <summary>Invites people with these sessions to write, until so many may; those of the clerks' own desk are left out.</summary>
    public async Task Invite(Uri node, IEnumerable<string> sessions, int people)
    {
        var desk = await Seats(node, _cookies[0]);
        var invited = new HashSet<int>();
        foreach (var session in sessions)
        {
            if (_cookies.Count == people)
                return;
            var seats = await Seats(node, session);
            if (seats.Overlaps(desk))
                continue;
            if (!seats.Overlaps(invited))
                await Invite(node, seats.First(), "write");
            invited.Add(seats.First());
            _cookies.Add(session);
        }

        Assert.Equal(people, _cookies.Count);
    }

    /// <summary>Invites somebody who is not invited yet to read.</summary>
    public async Task InviteReader(Uri node, string session) => await Invite(node, (await Seats(node, session)).First(), "read");

    /// <summary>Opens the draft for so many clients, every fifth of them y-websocket, each another person while there are any; their names.</summary>
    public async Task<IReadOnlyList<string>> Open(Editors editors, IReadOnlyList<Uri> nodes, int clients)
    {
        var names = Enumerable.Range(0, clients).Select(client => $"e{client}x").ToList();
        foreach (var (place, name) in names.Index())
            await Open(editors, nodes, name, place % 5 == 4 ? "websocket" : "hocuspocus", place);
        foreach (var name in names)
            await editors.Until(name, "synced");
        return names;
    }

    public Task Open(Editors editors, IReadOnlyList<Uri> nodes, string name, string protocol, int person) =>
        editors.Open(name, protocol, nodes, Cookie(person), Document);

    /// <summary>The Cookie header of this person; there is no end of them, they come round.</summary>
    public string Cookie(int person) => _cookies[person % _cookies.Count];

    /// <summary>An act of the author's, or of whoever else this session is.</summary>
    public async Task<JsonElement> Act(Uri node, string path, object body, string? session = null)
    {
        using var answer = await Answered(HttpMethod.Post, node, path, session ?? _cookies[0], body);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What a person reads under this path.</summary>
    public async Task<JsonElement> Read(Uri node, string path, string? session = null)
    {
        using var answer = await Answered(HttpMethod.Get, node, path, session ?? _cookies[0], null);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => _http.Dispose();

    private async Task Invite(Uri node, int seat, string right) => await Act(node, $"/api/documents/{Document}/participants", new { seat, right });

    private async Task<HashSet<int>> Seats(Uri node, string session) =>
        [.. (await Read(node, "/api/session", session)).GetProperty("seats").EnumerateArray()
            .Where(seat => seat.TryGetProperty("unit", out var unit) && unit.ValueKind == JsonValueKind.Object)
            .Select(seat => seat.GetProperty("id").GetInt32())];

    /// <summary>Sends the same under the same id until the node says more than that it cannot say; the answer is a good one.</summary>
    private async Task<HttpResponseMessage> Answered(HttpMethod method, Uri node, string path, string cookie, object? body)
    {
        var id = Guid.NewGuid();
        var answer = await _http.Answered(() => Request(method, node, path, cookie, body, id));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Said());
        return answer;
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri node, string path, string cookie, object? body, Guid id)
    {
        var request = new HttpRequestMessage(method, new Uri(node, path));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        request.Headers.Add("Origin", node.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Idempotency-Key", id.ToString());
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return request;
    }
}
