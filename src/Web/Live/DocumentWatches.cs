using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Live;

/// <summary>
/// What of documents is open on this node, of one kind, and who has it open. A hint only marks; a loop looks at what is marked,
/// and waits for nobody whom it tells: each connection takes what is said to it, or is cut.
/// </summary>
/// <param name="make">A new one, which nobody has joined yet.</param>
/// <param name="map">The connections.</param>
/// <param name="interest">The hints that are wanted here.</param>
internal abstract class DocumentWatches<TWatch>(Func<DocumentId, TWatch> make, LiveMap map, DocumentInterest interest) : BackgroundService
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

    /// <summary>The connection is told nothing more; does nothing where it was told nothing.</summary>
    public void Unwatch(string connection, DocumentId document) => _open.Leave(document, watch => watch.Remove(connection));

    /// <summary>The connection is told from then on: what is read afterwards, and the changes after it, leave nothing out.</summary>
    protected TWatch Join(string connection, Actor person, DocumentId document) => _open.Join(document, one => one.Add(connection, person));

    /// <summary>Says something to one connection, behind what it was told before.</summary>
    protected void Say(string connection, Func<ILiveClient, Task> say) => map.Find(connection)?.Say(say);

    /// <summary>Says something to all who have it open.</summary>
    protected void SayToAll(TWatch watch, Func<ILiveClient, Task> say)
    {
        foreach (var (connection, _) in watch.Watchers)
            Say(connection, say);
    }
}
