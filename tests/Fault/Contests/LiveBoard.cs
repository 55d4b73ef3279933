using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>
/// The board of one document that its sender has open, kept from what is pushed alone. When its node is gone it is opened at
/// the next one.
/// </summary>
internal sealed class LiveBoard : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PresentMax = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly SortedDictionary<string, BoardTile> _tiles = new(StringComparer.Ordinal);
    private readonly Task _watching;
    private BoardTotals? _totals;
    private long _version;

    /// <summary>Opened at the node with this number, or the next one that answers.</summary>
    public LiveBoard(IReadOnlyList<Uri> nodes, int node, Colleague who, DocumentId document)
    {
        (Who, Document) = (who, document);
        _watching = Watch(nodes, node, _end.Token);
    }

    public Colleague Who { get; }

    public DocumentId Document { get; }

    /// <summary>What it shows otherwise than a fresh read; null when it shows the same, or comes to that in time.</summary>
    public async Task<string?> Wrong(Contest contest)
    {
        using var limit = new CancellationTokenSource(PresentMax);
        while (true)
        {
            var fresh = await contest.Read<Board>(Who, $"/api/documents/{Document}/board");
            lock (_gate)
            {
                if (fresh.Totals == _totals && fresh.Tiles.OrderBy(tile => tile.Code, StringComparer.Ordinal).SequenceEqual(_tiles.Values))
                    return null;
                if (limit.IsCancellationRequested)
                    return $"The board of {Document} shows {_totals}, the tables {fresh.Totals}";
            }

            await NoteTraffic.For(Pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _watching;
        _end.Dispose();
    }

    private async Task Watch(IReadOnlyList<Uri> nodes, int node, CancellationToken end)
    {
        for (var turn = node; !end.IsCancellationRequested; turn++)
        {
            try
            {
                await using var hub = To(nodes[turn % nodes.Count]);
                var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                hub.Closed += _ =>
                {
                    closed.TrySetResult();
                    return Task.CompletedTask;
                };
                hub.On<JsonElement>("BoardChanged", message => Apply(message.Deserialize<BoardChange>(WireJson.Options)!));
                await hub.StartAsync(end);
                if (await hub.InvokeAsync<string?>("WatchBoard", Document.ToString(), end) is null)
                    await closed.Task.WaitAsync(end);
            }
            catch (Exception gone) when (gone.IsNoAnswer() || gone is WebSocketException or HubException
                or TimeoutException or InvalidOperationException)
            {
                if (!end.IsCancellationRequested)
                    await NoteTraffic.For(Pause);
            }
        }
    }

    private HubConnection To(Uri node)
    {
        var hub = new HubConnectionBuilder()
            .WithUrl(new Uri(node, "/live"), http =>
            {
                http.Headers["Cookie"] = Who.Cookie;
                http.Headers["Origin"] = node.GetLeftPart(UriPartial.Authority);
                (http.SkipNegotiation, http.Transports) = (true, HttpTransportType.WebSockets);
            })
            .AddJsonProtocol(json => WireJson.Apply(json.PayloadSerializerOptions))
            .Build();
        (hub.ServerTimeout, hub.KeepAliveInterval) = (TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(5));
        return hub;
    }

    private void Apply(BoardChange change)
    {
        lock (_gate)
        {
            if (change.Version < _version)
                return;
            (_version, _totals) = (change.Version, change.Totals);
            foreach (var tile in change.Tiles)
                _tiles[tile.Code] = tile;
        }
    }
}
