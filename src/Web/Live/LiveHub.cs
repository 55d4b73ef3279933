using Microsoft.AspNetCore.SignalR;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The door of the live connection: it says who connected, and which boards are open. What is pushed, and to whom, is
/// decided elsewhere.
/// </summary>
internal sealed class LiveHub(LiveDoor door, BoardWatches boards, IDocumentViews documents) : Hub<ILiveClient>
{
    /// <summary>Boards that one connection may have open.</summary>
    public const int BoardsMax = 20;

    public override Task OnConnectedAsync()
    {
        var caller = Context.GetHttpContext()!.RequestServices.GetRequiredService<Caller>();
        Context.Items[typeof(Visit)] = door.Open(Context, Clients.Caller, caller);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[typeof(Visit)] is Visit visit)
            door.Close(visit);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>
    /// Opens a board: the whole board comes first, then its changes. Fails with the code notInScope for a board that the
    /// person may not see and for one that does not exist, with notYourRole for who may not read boards over HTTP
    /// either, and with tooManyRequests beyond <see cref="BoardsMax"/>.
    /// </summary>
    public async Task WatchBoard(string documentId)
    {
        var visit = (Visit)Context.Items[typeof(Visit)]!;
        if (!ActTable.Of(Act.ReadBoard).Allows(visit.Actor))
            throw Refused(RefusalCode.NotYourRole);
        if (!Guid.TryParseExact(documentId, "D", out var id))
            throw Refused(RefusalCode.NotInScope);
        var document = new DocumentId(id);
        if (!visit.Boards.Contains(document) && visit.Boards.Count >= BoardsMax)
            throw Refused(RefusalCode.TooManyRequests);
        if (!await documents.MayWatchBoard(visit.Actor, document, Context.ConnectionAborted))
            throw Refused(RefusalCode.NotInScope);
        visit.Boards.Add(document);
        if (!await boards.Watch(Context.ConnectionId, document, Context.ConnectionAborted))
            throw Refused(RefusalCode.NotInScope);
    }

    /// <summary>Closes a board; one that is not open is none.</summary>
    public async Task UnwatchBoard(string documentId)
    {
        var visit = (Visit)Context.Items[typeof(Visit)]!;
        if (Guid.TryParseExact(documentId, "D", out var id) && visit.Boards.Remove(new DocumentId(id)))
            await boards.Unwatch(Context.ConnectionId, new DocumentId(id));
    }

    private static HubException Refused(RefusalCode code) => new(RefusalResults.CodeOf(code));
}
