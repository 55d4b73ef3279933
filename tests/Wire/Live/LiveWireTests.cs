using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Live;

/// <summary>The live connection as a stranger may use and abuse it.</summary>
public sealed class LiveWireTests(LiveWireTests.SharedNode shared) : IClassFixture<LiveWireTests.SharedNode>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private OfficeNode Node => shared.Node;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_note_is_pushed_over_both_protocols_with_the_same_names(bool messagePack)
    {
        using var me = await Node.Enter("clerk.tw");
        await using var hub = LiveLink.To(me, messagePack);
        var pushed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<object>("InboxChanged", message => pushed.TrySetResult(Shape.Of(message)));
        // A connection is followed from its first heads on; a note before that would be told of as a head.
        var known = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<object>("Behind", _ => known.TrySetResult());
        await hub.StartAsync();
        await known.Task.WaitAsync(Patience);

        await me.Post("/api/notes", new { to = me.Official.Value, text = "Chào đồng chí" });

        var shape = await pushed.Task.WaitAsync(Patience);
        Assert.StartsWith("{epoch:", shape, StringComparison.Ordinal);
        Assert.Contains("kind:arrived", shape, StringComparison.Ordinal);
        Assert.Contains("note:Chào đồng chí", shape, StringComparison.Ordinal);
        Assert.Matches(@"arrivedAt:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", shape);
        Assert.Matches(@"seat:\d+,", shape);
    }

    [Fact]
    public async Task A_new_connection_is_told_the_heads_of_its_seats()
    {
        using var me = await Node.Enter("clerk2.tw");
        await using var hub = LiveLink.To(me);
        var told = new TaskCompletionSource<Behind>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<Behind>("Behind", message => told.TrySetResult(message));
        await hub.StartAsync();

        Assert.True((await told.Task.WaitAsync(Patience)).Head >= 0);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    public async Task A_handshake_from_another_origin_is_refused(string origin)
    {
        using var me = await Node.Enter("clerk.tw");
        using var socket = Socket(me, origin);
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketUrl, CancellationToken.None));
        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_without_a_session_is_refused()
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", Own);
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(SocketUrl, CancellationToken.None));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("this is no JSON")]
    [InlineData("{\"type\":1,\"target\":17}")]
    [InlineData("{\"type\":99}")]
    [InlineData("[]")]
    public async Task A_frame_that_makes_no_sense_ends_its_own_connection_only(string frame)
    {
        using var me = await Node.Enter("clerk.tw");
        using var other = await Open(me);
        using var socket = await Open(me);
        await Write(socket, frame + '\u001e');
        await Write(socket, frame + '\u001e');
        if (frame is not "{\"type\":99}")
            await ReadToTheEnd(socket);

        await Write(other, "{\"type\":6}\u001e");
        Assert.Equal(WebSocketState.Open, other.State);
        Assert.Equal(HttpStatusCode.OK, await me.Status("/api/session"));
    }

    [Fact]
    public async Task A_message_over_32_KB_ends_the_connection()
    {
        using var me = await Node.Enter("clerk.tw");
        await using var hub = LiveLink.To(me);
        var closed = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += error =>
        {
            closed.TrySetResult(error);
            return Task.CompletedTask;
        };
        await hub.StartAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => hub.InvokeAsync("UnwatchBoard", new string('x', 40 * 1024)));
        await closed.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task An_unknown_method_is_an_error_and_the_connection_lives_on()
    {
        using var me = await Node.Enter("clerk.tw");
        await using var hub = LiveLink.To(me);
        await hub.StartAsync();
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("ReadAllSeats"));
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("OnConnectedAsync"));
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("WatchBoard"));
        await hub.InvokeAsync("UnwatchBoard", Guid.NewGuid().ToString());
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Theory]
    [InlineData("0197a1c4-0000-8000-8000-000000000000")]
    [InlineData("not an id")]
    public async Task A_board_or_a_page_that_is_not_there_is_refused(string id)
    {
        using var me = await Node.Enter("clerk.tw");
        await using var hub = LiveLink.To(me);
        await hub.StartAsync();
        Assert.Equal("notInScope", await hub.InvokeAsync<string?>("WatchBoard", id));
        Assert.Equal("notInScope", await hub.InvokeAsync<string?>("WatchDocument", id));
    }

    [Fact]
    public async Task Signing_out_closes_the_connection_with_its_reason()
    {
        using var me = await Node.Enter("clerk3.tw");
        await using var hub = LiveLink.To(me);
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.On<SignedOut>("SignedOut", message => told.TrySetResult(message.Reason));
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync();

        await me.Send(HttpMethod.Delete, "/api/session", null);
        Assert.Equal("sessionEnded", await told.Task.WaitAsync(Patience));
        await closed.Task.WaitAsync(Patience);
    }

    private string Own => Node.Url.GetLeftPart(UriPartial.Authority);

    private Uri SocketUrl => new UriBuilder(Node.Url) { Scheme = "ws", Path = "/live" }.Uri;

    private static ClientWebSocket Socket(Person person, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Cookie", $"{person.Session.Name}={person.Session.Value}");
        if (origin.Length > 0)
            socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }

    /// <summary>A raw socket past SignalR's handshake.</summary>
    private async Task<ClientWebSocket> Open(Person person)
    {
        var socket = Socket(person, Own);
        await socket.ConnectAsync(SocketUrl, CancellationToken.None);
        await Write(socket, "{\"protocol\":\"json\",\"version\":1}\u001e");
        var buffer = new byte[1024];
        var answer = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        // The first heads may have come with it.
        Assert.StartsWith("{}\u001e", Encoding.UTF8.GetString(buffer, 0, answer.Count), StringComparison.Ordinal);
        return socket;
    }

    private static async Task Write(ClientWebSocket socket, string text)
    {
        try
        {
            if (socket.State == WebSocketState.Open)
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            // The server was faster to end it: the socket's state says so from now on.
        }
    }

    private static async Task ReadToTheEnd(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[4096];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), patience.Token)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without a close frame is an end as well.
        }
    }

    /// <summary>One node for the class.</summary>
    public sealed class SharedNode : IAsyncLifetime
    {
        public OfficeNode Node { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Node = await OfficeNode.Start(new SqliteDatabase());

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}
