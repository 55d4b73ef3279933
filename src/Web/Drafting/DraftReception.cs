using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Drafting;

/// <summary>Takes a request for a socket, and stays with the socket until it ends.</summary>
internal sealed partial class DraftReception(
    DraftSockets sockets,
    StandingConnections connections,
    DraftDoor door,
    DraftingOptions options,
    DraftingMetrics metrics,
    NodeDrain drain,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<DraftReception> log)
{
    /// <summary>Also finds connections whose other end is gone: nothing is heard of them within twice this time.</summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    public Task Hocuspocus(HttpContext http) =>
        Receive(http, socket => new HocuspocusConversation(socket, door, time));

    public Task Websocket(HttpContext http, DocumentId document, string? ticket) =>
        Receive(http, socket => new WebsocketConversation(document, ticket, socket, door, time));

    private async Task Receive(HttpContext http, Func<DraftSocket, IDraftConversation> begin)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await new Refusal(RefusalCode.Malformed).Write(http);
            return;
        }

        using var place = connections.Take();
        if (place is null || !drain.TakesConnections || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            metrics.Refused();
            await ComeBack.Busy().Write(http);
            return;
        }

        using var web = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });
        using var socket = new DraftSocket(web, options, metrics, time);
        var conversation = begin(socket);
        sockets.Add(socket, conversation);
        try
        {
            await conversation.Run(http.RequestAborted);
        }
        catch (Exception error)
        {
            // The grain, the store or this node is at fault, not the client: it comes back.
            if (error is not OperationCanceledException)
                Failed(error.GetType().Name);
            socket.Close(DraftClose.Unavailable);
        }
        finally
        {
            conversation.Leave();
            await socket.AllSent;
            await socket.Rest();
            sockets.Remove(socket);
        }
    }

    [LoggerMessage(5202, LogLevel.Warning, "A socket of drafts broke off: {Error}")]
    private partial void Failed(string error);
}
