using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>A document's board and its page want the same hints: they are wanted here until nobody has either open.</summary>
internal sealed class DocumentInterest(IPushInterest interest)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DocumentId, HashSet<Type>> _wanted = [];

    /// <summary>From now on the document's hints are wanted for this kind of watch; may be said again.</summary>
    public void Follow<TWatch>(DocumentId document)
    {
        lock (_lock)
        {
            if (!_wanted.TryGetValue(document, out var kinds))
                _wanted[document] = kinds = [];
            kinds.Add(typeof(TWatch));
            interest.Follow(document);
        }
    }

    public void Unfollow<TWatch>(DocumentId document)
    {
        lock (_lock)
        {
            if (!_wanted.TryGetValue(document, out var kinds) || !kinds.Remove(typeof(TWatch)) || kinds.Count > 0)
                return;
            _wanted.Remove(document);
            interest.Unfollow(document);
        }
    }
}
