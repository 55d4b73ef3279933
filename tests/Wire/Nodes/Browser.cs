using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PartyRealtime.WireTests.Nodes;

/// <summary>What a browser sends: cookies, the Origin of its page with every write, a new command id with every command.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly Uri _url;

    public Browser(Uri url)
    {
        _url = url;
        Origin = url.GetLeftPart(UriPartial.Authority);
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = url };
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The origin of the page; null sends none.</summary>
    public string? Origin { get; set; }

    /// <summary>What the browser calls itself; null says nothing.</summary>
    public string? Agent { get; set; }

    /// <summary>What a proxy in between says of the sender; null for no proxy.</summary>
    public string? ForwardedFor { get; set; }

    public Task<HttpResponseMessage> SignIn(string signIn, string password) =>
        Send(HttpMethod.Post, "/api/session", new { signIn, password });

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path);

    public async Task<JsonElement> GetJson(string path)
    {
        using var answer = await Get(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public Task<HttpResponseMessage> Command(HttpMethod method, string path, object body, Guid? id = null) =>
        Send(method, path, body, id ?? Guid.NewGuid());

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, object? body = null, Guid? command = null, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_url, path));
        if (Origin is not null && method != HttpMethod.Get)
            request.Headers.Add("Origin", Origin);
        if (command is { } id)
            request.Headers.Add("Idempotency-Key", id.ToString("D"));
        if (Agent is not null)
            request.Headers.TryAddWithoutValidation("User-Agent", Agent);
        if (ForwardedFor is not null)
            request.Headers.Add("X-Forwarded-For", ForwardedFor);
        if (host is not null)
            request.Headers.Host = host;
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();
}
