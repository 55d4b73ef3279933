using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.ClusterTests.Bursts;

/// <summary>A directive that has arrived at every commune, and the clerks of all of them, signed in.</summary>
internal sealed class Registries : IAsyncDisposable
{
    private const int ClerksMax = 4_000;
    private const int ConnectionsMax = 256;
    private static readonly TimeSpan ArrivedMax = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>All are sent at once, and most of them wait for a connection first: the client's own limit counts that.</summary>
    private static readonly TimeSpan RegisteredMax = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = ConnectionsMax })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
    private readonly Person _clerk;
    private ImmutableDictionary<string, string> _tokens = ImmutableDictionary<string, string>.Empty;

    private Registries(OfficeNode node, Person clerk) => (Node, _clerk) = (node, clerk);

    public OfficeNode Node { get; }

    public DocumentId Document { get; private set; }

    /// <summary>Where it went.</summary>
    public ImmutableArray<BoardUnit> Deliveries { get; private set; } = [];

    public static async Task<Registries> Open(TestDatabase database, OrganisationSize size)
    {
        var node = await OfficeNode.Start(database, size: size);
        var office = new Registries(node, await node.Enter("clerk.tw"));
        await office.SignIn();
        await office.Issue();
        return office;
    }

    /// <summary>
    /// A unit's own clerk registers what arrived there; the receipt. Who is told to come back comes back, as a browser does;
    /// anything else but an acknowledgement fails the test.
    /// </summary>
    public async Task<Receipt> Register(BoardUnit delivery, Guid command)
    {
        using var limit = new CancellationTokenSource(RegisteredMax);
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            using var answer = await Send(delivery, command, limit.Token);
            if (answer.StatusCode == HttpStatusCode.OK)
                return (await answer.Content.ReadFromJsonAsync<Receipt>(WireJson.Options, limit.Token))!;
            var said = $"{delivery.Unit.Code}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(limit.Token)}";
            Assert.True(answer.StatusCode == HttpStatusCode.ServiceUnavailable, said);
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>The sender's board, as it is now.</summary>
    public Task<Board> Board() => _clerk.Get<Board>($"/api/documents/{Document.Value:D}/board");

    public async Task<T> One<T>(string sql)
    {
        await using var connection = await Node.Services.GetRequiredService<IReadStore>().Open();
        return await connection.QuerySingleAsync<T>(sql);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _clerk.Dispose();
        await Node.DisposeAsync();
    }

    private async Task<HttpResponseMessage> Send(BoardUnit delivery, Guid command, CancellationToken limit)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Node.Url, $"/api/deliveries/{delivery.Id.Value:D}/register"));
        request.Headers.Add("Cookie", $"pr={_tokens[delivery.Unit.Code]}");
        request.Headers.Add("Origin", Node.Url.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Idempotency-Key", command.ToString("D"));
        request.Content = JsonContent.Create(new { });
        return await _http.SendAsync(request, limit);
    }

    private async Task SignIn()
    {
        var tokens = new List<string>();
        var sessions = await Node.Services.GetRequiredService<SessionMint>().Mint(ClerksMax, SeatRole.Clerk, () =>
        {
            tokens.Add(SessionCookie.NewToken());
            return SessionKey.OfToken(tokens[^1]).ToBytes();
        });
        _tokens = sessions.Zip(tokens)
            .Where(pair => pair.First.SignIn.StartsWith("clerk.", StringComparison.Ordinal))
            .DistinctBy(pair => pair.First.SignIn)
            .ToImmutableDictionary(pair => pair.First.SignIn["clerk.".Length..], pair => pair.Second, StringComparer.OrdinalIgnoreCase);
    }

    private async Task Issue()
    {
        using var leader = await Node.Enter("leader.tw");
        var draft = new { type = "CT", @abstract = "Chỉ thị thử", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<object>() };
        Document = new DocumentId((await _clerk.Act("/api/documents", draft)).GetProperty("stream").GetGuid());
        var path = $"/api/documents/{Document.Value:D}";
        await _clerk.Act($"{path}/submit");
        await leader.Act($"{path}/clear");
        await leader.Act($"{path}/sign", new { password = Node.Password, capacity = "inPerson" });
        await _clerk.Act($"{path}/number");
        await _clerk.Act($"{path}/seal");
        var recipients = new[] { RecipientSelectors.Communes };
        var units = (await _clerk.Act("/api/recipients/preview", new { recipients, except = Array.Empty<string>() })).GetProperty("units").GetInt32();
        await _clerk.Act($"{path}/issue", new { recipients, except = Array.Empty<string>(), confirmUnits = units });
        using var limit = new CancellationTokenSource(ArrivedMax);
        using var timer = new PeriodicTimer(Look);
        while ((await Board()).Totals.Arrived < units)
            await timer.WaitForNextTickAsync(limit.Token);
        var deliveries = ImmutableArray.CreateBuilder<BoardUnit>(units);
        foreach (var tile in (await Board()).Tiles)
            deliveries.AddRange((await _clerk.Get<BoardTileUnits>($"{path}/board/{tile.Code}")).Units);
        Deliveries = deliveries.ToImmutable();
    }
}
