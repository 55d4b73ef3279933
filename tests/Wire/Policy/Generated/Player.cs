using System.Net.Http.Json;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>Somebody who asks, as the model sees the person and as the server does; or nobody, without a session.</summary>
internal sealed class Player : IDisposable
{
    private readonly HttpClient _http;

    public Player(OfficeNode node, Person? person, Actor? actor, ReaderScope? scope)
    {
        (Person, KnownActor, KnownScope) = (person, actor, scope);
        _http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = node.Url };
        _http.DefaultRequestHeaders.Add("Origin", node.Url.GetLeftPart(UriPartial.Authority));
        if (person is not null)
            _http.DefaultRequestHeaders.Add("Cookie", $"{person.Session.Name}={person.Session.Value}");
    }

    public string Name => Person?.SignIn ?? "nobody";

    public bool IsSignedIn => Person is not null;

    public Person? Person { get; }

    public Actor Actor => KnownActor!;

    public ReaderScope Scope => KnownScope!;

    private Actor? KnownActor { get; }

    private ReaderScope? KnownScope { get; }

    public async Task<Answer> Send(HttpMethod method, Call call)
    {
        using var request = new HttpRequestMessage(method, call.Path);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (method != HttpMethod.Get)
            request.Content = JsonContent.Create(call.Body ?? new { }, options: WireJson.Options);
        using var response = await _http.SendAsync(request);
        return await Answer.Of(response);
    }

    public void Dispose()
    {
        Person?.Dispose();
        _http.Dispose();
    }
}
