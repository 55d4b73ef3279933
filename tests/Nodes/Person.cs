using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.Nodes;

/// <summary>Somebody signed in, over HTTP.</summary>
public sealed class Person : IDisposable
{
    private readonly HttpClient _http;

    internal Person(OfficeNode node, string signIn, OfficialId official, Cookie cookie)
    {
        (Node, SignIn, Official, Session) = (node, signIn, official, cookie);
        var handler = new SocketsHttpHandler { UseCookies = false };
        _http = new HttpClient(handler) { BaseAddress = node.Url };
        _http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");
        _http.DefaultRequestHeaders.Add("Origin", node.Url.GetLeftPart(UriPartial.Authority));
    }

    public OfficeNode Node { get; }

    public string SignIn { get; }

    public OfficialId Official { get; }

    public Cookie Session { get; }

    /// <summary>The seat that the person has chosen to act from; null for none.</summary>
    public SeatId? ActingSeat { get; set; }

    /// <summary>Whose page the person's acts are said to come from; null where nothing is said.</summary>
    public OfficialId? SaysToBe { get; set; }

    public async Task<T> Get<T>(string path) =>
        await _http.GetFromJsonAsync<T>(path, WireJson.Options) ?? throw new InvalidOperationException($"{path} is null.");

    public async Task<HttpStatusCode> Status(string path)
    {
        using var answer = await _http.GetAsync(path);
        return answer.StatusCode;
    }

    /// <summary>Sends a command under this id, or a new one; the status and the answer.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> Send(HttpMethod method, string path, object? body, Guid? id = null)
    {
        using var answer = await Ask(method, path, body, id);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    /// <summary>The same, with the answer as it came.</summary>
    /// <param name="sentBefore">Said to be a repetition of what was not answered.</param>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string path, object? body, Guid? id = null, bool sentBefore = false)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Idempotency-Key", (id ?? Guid.NewGuid()).ToString());
        if (sentBefore)
            request.Headers.Add("X-Sent-Before", "1");
        if (SaysToBe is { } official)
            request.Headers.Add("X-Official", official.ToString());
        if (ActingSeat is { } seat)
            request.Headers.Add("X-Acting-Seat", seat.ToString());
        if (body is byte[] bytes)
        {
            request.Content = new ByteArrayContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            request.Headers.Add("X-File-Name", "a.pdf");
        }
        else
        {
            request.Content = JsonContent.Create(body ?? new { }, options: WireJson.Options);
        }

        return await _http.SendAsync(request);
    }

    /// <summary>Sends a request as it stands, in this person's session.</summary>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => _http.SendAsync(request);

    public Task<(HttpStatusCode Status, JsonElement Answer)> Post(string path, object? body = null, Guid? id = null) =>
        Send(HttpMethod.Post, path, body, id);

    /// <summary>Does what must be taken; the answer.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public async Task<JsonElement> Act(string path, object? body = null)
    {
        var (status, answer) = await Post(path, body);
        return status == HttpStatusCode.OK ? answer : throw new InvalidOperationException($"{SignIn}: {path}: {(int)status} {answer}");
    }

    public void Dispose() => _http.Dispose();
}
