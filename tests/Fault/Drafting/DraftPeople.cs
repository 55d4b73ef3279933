using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Drafting;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>The clerks of one desk, who write one draft together through whichever nodes there are.</summary>
internal sealed class DraftPeople : IDisposable
{
    private static readonly string[] SignIns = ["clerk.tw", "clerk2.tw"];

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) });
    private readonly List<string> _cookies = [];
    private Guid _document;

    private DraftPeople()
    {
    }

    /// <summary>Signs in at this node, where a new draft is composed.</summary>
    public static async Task<DraftPeople> At(Uri node, string password)
    {
        var people = new DraftPeople();
        foreach (var signIn in SignIns)
        {
            using var answer = await people.Send(node, "/api/session", "", new { signIn, password });
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            people._cookies.Add(answer.Headers.GetValues("Set-Cookie").First().Split(';')[0]);
        }

        await people.Compose(node);
        return people;
    }

    /// <summary>Another draft of the same people, which they open from now on.</summary>
    public async Task Compose(Uri node)
    {
        using var composed = await Send(node, "/api/documents", _cookies[0], new
        {
            type = "CV", @abstract = "Soạn chung", body = "", urgency = "normal", secrecy = "normal", together = true,
        });
        Assert.Equal(HttpStatusCode.OK, composed.StatusCode);
        _document = (await composed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("stream").GetGuid();
    }

    /// <summary>Opens the draft for so many clients, every fourth of them y-websocket; their names.</summary>
    public async Task<IReadOnlyList<string>> Open(Editors editors, IReadOnlyList<Uri> nodes, int clients)
    {
        var names = Enumerable.Range(0, clients).Select(client => $"e{client}x").ToList();
        foreach (var (place, name) in names.Index())
            await Open(editors, nodes, name, place % 4 == 3 ? "websocket" : "hocuspocus", place);
        foreach (var name in names)
            await editors.Until(name, "synced");
        return names;
    }

    public Task Open(Editors editors, IReadOnlyList<Uri> nodes, string name, string protocol, int person) =>
        editors.Open(name, protocol, nodes, _cookies[person % _cookies.Count], _document);

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> Send(Uri node, string path, string cookie, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, path)) { Content = JsonContent.Create(body) };
        request.Headers.Add("Origin", node.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        return await _http.SendAsync(request);
    }
}
