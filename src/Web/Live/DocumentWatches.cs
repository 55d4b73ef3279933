using Microsoft.AspNetCore.SignalR;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>
/// What of documents is open on this node, of one kind, and the group of those who have it open. A hint only marks; a loop
/// looks at what is marked.
/// </summary>
/// <param name="kind">Its word in the names of groups.</param>
/// <param name="make">A new one, which nobody has joined yet.</param>
/// <param name="hub">Where the groups are.</param>
/// <param name="interest">The hints that are wanted here.</param>
internal abstract class DocumentWatches<TWatch>(
    string kind, Func<DocumentId, TWatch> make, IHubContext<LiveHub, ILiveClient> hub, DocumentInterest interest) : BackgroundService
    where TWatch : DocumentWatch
{
    private readonly Followed<DocumentId, TWatch> _open = new(make, interest.Follow<TWatch>, interest.Unfollow<TWatch>);

    protected IEnumerable<TWatch> Open => _open.Values;

    /// <summary>The document, or a delivery of it, changed; does nothing when nobody here has it open.</summary>
    public void Touch(DocumentId document)
    {
        if (_open.TryGet(document, out var watch))
            watch.Touch();
    }

    public async Task Unwatch(string connection, DocumentId document)
    {
        await hub.Groups.RemoveFromGroupAsync(connection, GroupOf(document), CancellationToken.None);
        Forget(connection, document);
    }

    /// <summary>For a connection that has gone: its groups went with it.</summary>
    public void Forget(string connection, DocumentId document) => _open.Leave(document, watch => watch.Remove(connection));

    /// <summary>The connection is in the group from then on: what is read afterwards, and the changes after it, leave nothing out.</summary>
    protected async Task<TWatch> Join(string connection, Actor person, DocumentId document, CancellationToken cancellation)
    {
        var watch = _open.Join(document, one => one.Add(connection, person));
        await hub.Groups.AddToGroupAsync(connection, GroupOf(document), cancellation);
        return watch;
    }

    protected ILiveClient Client(string connection) => hub.Clients.Client(connection);

    /// <summary>All who have it open.</summary>
    protected ILiveClient Group(DocumentId document) => hub.Clients.Group(GroupOf(document));

    private string GroupOf(DocumentId document) => $"{kind}:{document}";
}
