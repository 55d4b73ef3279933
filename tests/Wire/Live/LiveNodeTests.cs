using System.Net;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.WireTests.Live;

/// <summary>A node at its limit, and a node that stops.</summary>
public sealed class LiveNodeTests
{
    private const int Screens = 8;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Near_its_limit_a_node_refuses_connections_and_says_when_to_come_back()
    {
        await using var node = await OfficeNode.Start(
            new SqliteDatabase(), services => services.Replace(ServiceDescriptor.Singleton(new StandingOptions { ConnectionsMax = 1 })));
        using var me = await node.Enter("clerk.tw");
        await using var first = LiveLink.To(me);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        first.On<Behind>("Behind", _ => told.TrySetResult());
        await first.StartAsync();
        await told.Task.WaitAsync(Patience);

        await using var second = LiveLink.To(me);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => second.StartAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        var (status, answer) = await me.Post("/live/negotiate?negotiateVersion=1");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "busy"), (status, answer.GetProperty("code").GetString()));
        Assert.True(answer.GetProperty("retryAfterMs").GetInt32() > 0);

        // A draft's socket takes a place of the same ones.
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", node.Url.GetLeftPart(UriPartial.Authority));
        socket.Options.CollectHttpResponseDetails = true;
        var drafting = new UriBuilder(node.Url) { Scheme = "ws", Path = "/api/drafting" }.Uri;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(drafting, CancellationToken.None));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, socket.HttpStatusCode);

        await first.StopAsync();
    }

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task A_connection_at_rest_is_told_that_the_store_went_away_and_that_it_is_back()
    {
        await using var server = new PostgreSqlServer();
        await using var node = await OfficeNode.Start(new PostgreSqlDatabase(server));
        using var me = await node.Enter("clerk.tw");
        await using var hub = LiveLink.To(me);
        var told = Channel.CreateUnbounded<StoreChanged>();
        hub.On<StoreChanged>("StoreChanged", message => told.Writer.TryWrite(message));
        var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<Behind>("Behind", _ => known.TrySetResult());
        await hub.StartAsync();
        await known.Task.WaitAsync(Patience);

        await server.Stop();
        var away = await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        await server.Start();
        var back = await told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        Assert.Equal((true, false), (away.Away, back.Away));
        Assert.All([away, back], message => Assert.InRange(message.AskAfterMs, 0, 2_000));
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Fact]
    public async Task A_node_that_stops_tells_every_connection_when_to_come_back_each_another_time()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var me = await node.Enter("clerk.tw");
        var told = Channel.CreateUnbounded<ServerLeaving>();
        var hubs = new List<HubConnection>();
        for (var screen = 0; screen < Screens; screen++)
        {
            var hub = LiveLink.To(me);
            hubs.Add(hub);
            hub.On<ServerLeaving>("ServerLeaving", message => told.Writer.TryWrite(message));
            var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            hub.On<Behind>("Behind", _ => known.TrySetResult());
            await hub.StartAsync();
            await known.Task.WaitAsync(Patience);
        }

        var stopping = node.Stop();
        var after = new List<int>();
        while (after.Count < Screens)
            after.Add((await told.Reader.ReadAsync().AsTask().WaitAsync(Patience)).ReconnectAfterMs);
        await stopping;
        Assert.All(after, milliseconds => Assert.InRange(milliseconds, 0, 5_000));
        // Each draws for itself: that all of them draw the same is as good as impossible.
        Assert.NotEqual(1, after.Distinct().Count());
        foreach (var hub in hubs)
            await hub.DisposeAsync();
    }
}
