using Microsoft.AspNetCore.SignalR;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The door of the live connection: it says who connected, and which boards and pages are open. What is pushed, and to
/// whom, is decided elsewhere. A refusal is the method's value, as a code: what is thrown here is a bug.
/// </summary>
internal sealed class LiveHub(LiveDoor door, BoardWatches boards, PageWatches pages, IDocumentViews documents, ILogger<LiveHub> log) : Hub<ILiveClient>
{
    /// <summary>Boards that one connection may have open.</summary>
    public const int BoardsMax = 20;

    /// <summary>Document pages that one connection may have open.</summary>
    public const int PagesMax = 20;

    private Visit Visit => (Visit)Context.Items[typeof(Visit)]!;

    public override Task OnConnectedAsync()
    {
        var caller = Context.GetHttpContext()!.RequestServices.GetRequiredService<Caller>();
        Context.Items[typeof(Visit)] = door.Open(Context, Clients.Caller, caller);
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        LiveLog.Ended(log, exception);
        if (Context.Items[typeof(Visit)] is Visit visit)
            door.Close(visit);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>
    /// Opens a board: the whole board comes first, then its changes; null when it is open. The code is notInScope for a
    /// board that the person may not see and for one that does not exist, notYourRole for who may not read boards over
    /// HTTP either, and tooManyRequests beyond <see cref="BoardsMax"/>.
    /// </summary>
    public async Task<string?> WatchBoard(string documentId) =>
        Answer(await Begin(documentId, Act.ReadBoard, Visit.Boards, BoardsMax, documents.MayWatchBoard, boards.Watch));

    /// <summary>Closes a board; one that is not open is none.</summary>
    public void UnwatchBoard(string documentId)
    {
        if (Closed(documentId, Visit.Boards) is { } document)
            boards.Unwatch(Context.ConnectionId, document);
    }

    /// <summary>
    /// Opens a document's page: where the document stands comes first, then where it moves to; null when it is open. Refused
    /// as a board is, by the rules of reading the document, and beyond <see cref="PagesMax"/>. Whoever may not open the page any
    /// more when the document moves is told that in place of where it stands, and nothing after it.
    /// </summary>
    public async Task<string?> WatchDocument(string documentId) =>
        Answer(await Begin(documentId, Act.ReadDocument, Visit.Pages, PagesMax, documents.MaySee, pages.Watch));

    /// <summary>Closes a page; one that is not open is none.</summary>
    public void UnwatchDocument(string documentId)
    {
        if (Closed(documentId, Visit.Pages) is { } document)
            pages.Unwatch(Context.ConnectionId, document);
    }

    private async Task<RefusalCode?> Begin(
        string documentId,
        Act act,
        HashSet<DocumentId> open,
        int openMax,
        Func<Actor, DocumentId, CancellationToken, Task<bool>> may,
        Func<string, Actor, DocumentId, CancellationToken, Task<bool>> watch)
    {
        if (!ActTable.Of(act).Allows(Visit.Actor))
            return RefusalCode.NotYourRole;
        if (!Guid.TryParseExact(documentId, "D", out var id))
            return RefusalCode.NotInScope;
        var document = new DocumentId(id);
        if (!open.Contains(document) && open.Count >= openMax)
            return RefusalCode.TooManyRequests;
        if (!await may(Visit.Actor, document, Context.ConnectionAborted))
            return RefusalCode.NotInScope;
        open.Add(document);
        return await watch(Context.ConnectionId, Visit.Actor, document, Context.ConnectionAborted) ? null : RefusalCode.NotInScope;
    }

    private static DocumentId? Closed(string documentId, HashSet<DocumentId> open) =>
        Guid.TryParseExact(documentId, "D", out var id) && open.Remove(new DocumentId(id)) ? new DocumentId(id) : null;

    private string? Answer(RefusalCode? refused)
    {
        if (refused is not { } code)
            return null;
        RefusalMetrics.Refused(code);
        LiveLog.Refused(log, RefusalResults.CodeOf(code));
        return RefusalResults.CodeOf(code);
    }
}
