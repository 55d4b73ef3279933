using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Drafting;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>A node with a document that its author writes, and clients of both kinds.</summary>
public sealed class DraftOffice : IAsyncLifetime
{
    public const string Hocuspocus = "hocuspocus";

    /// <summary>With <c>sessionAwareness</c>: one socket carries the same draft more than once.</summary>
    public const string HocuspocusSessions = "hocuspocusSessions";

    public const string Websocket = "websocket";
    public const string Author = "clerk.tw";

    /// <summary>Sits at the author's desk, and so writes with the author.</summary>
    public const string Colleague = "clerk2.tw";

    /// <summary>Sees what is in review, and writes nothing.</summary>
    public const string Leader = "leader.tw";

    /// <summary>Of another body: sees nothing of it.</summary>
    public const string Stranger = "clerk.24";

    private readonly Dictionary<string, Person> _people = [];
    private OfficeNode? _node;
    private Editors? _editors;

    /// <summary>Changes the wiring of the node.</summary>
    public Action<IServiceCollection>? Rewire { get; init; }

    public OfficeNode Node => _node ?? throw new InvalidOperationException("The node is not started.");

    public Editors Editors => _editors ?? throw new InvalidOperationException("The clients are not started.");

    public async ValueTask InitializeAsync()
    {
        _node = await OfficeNode.Start(new SqliteDatabase(), Rewire);
        _editors = Editors.Start();
    }

    public async ValueTask DisposeAsync()
    {
        if (_editors is not null)
            await _editors.DisposeAsync();
        foreach (var person in _people.Values)
            person.Dispose();
        if (_node is not null)
            await _node.DisposeAsync();
    }

    public async Task<Person> Enter(string signIn) =>
        _people.TryGetValue(signIn, out var known) ? known : _people[signIn] = await Node.Enter(signIn);

    /// <summary>A new document of the author's.</summary>
    public async Task<Guid> Compose()
    {
        var (status, answer) = await (await Enter(Author)).Post("/api/documents", new
        {
            type = "CV", @abstract = "Soạn chung", body = "", urgency = "normal", secrecy = "normal", together = true,
        });
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer.GetProperty("stream").GetGuid();
    }

    public async Task<string> Ticket(string signIn, Guid document)
    {
        var (status, answer) = await (await Enter(signIn)).Post($"/api/drafting/{document}/tickets");
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer.GetProperty("ticket").GetString()!;
    }

    /// <summary>Opens the draft as this person does.</summary>
    public async Task<long> Open(
        string name, string protocol, string signIn, Guid document, string? socket = null, string? ticket = null, object? user = null, long? clientId = null)
    {
        var cookie = (await Enter(signIn)).Session;
        return await Editors.Open(name, protocol, [Node.Url], $"{cookie.Name}={cookie.Value}", document, socket, ticket, user, clientId);
    }

    /// <summary>A socket on which the test writes frames itself; its name, for <see cref="Editors"/>.</summary>
    public async Task<string> Raw(string path, string? origin = null)
    {
        var name = $"raw{Guid.NewGuid():N}";
        var url = new UriBuilder(new Uri(Node.Url, path)) { Scheme = "ws" }.Uri;
        await Editors.Do("raw", new()
        {
            ["name"] = name, ["url"] = url.ToString(), ["headers"] = origin is null ? null : new { origin },
        });
        return name;
    }

    /// <summary>The code that the socket was closed with; of a refused handshake the HTTP status.</summary>
    public async Task<int> CodeOf(string raw) =>
        (await Editors.Do("untilCode", new() { ["name"] = raw, ["milliseconds"] = Editors.Patience.TotalMilliseconds })).GetInt32();

    /// <summary>Leaves no client behind for the next test.</summary>
    public async Task Clear()
    {
        foreach (var name in (await Editors.Do("names")).Deserialize<string[]>()!)
            await Editors.Leave(name);
    }
}
