using System.Collections.Concurrent;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>What another node follows, as far as it has said. Until it has, it is taken to follow everything.</summary>
internal sealed class FollowedThere
{
    private readonly Lock _lock = new();
    private volatile ConcurrentDictionary<long, bool>? _keys;
    private long _version;

    /// <summary>False when changes are missing in between.</summary>
    public bool Apply(FollowedChange change)
    {
        lock (_lock)
        {
            // A sending that was taken for lost may arrive behind the one that replaced it.
            if (_keys is not null && change.Version < _version)
                return true;
            if (change.From is null)
            {
                _keys = new(change.Added.Select(key => KeyValuePair.Create(key, true)));
            }
            else
            {
                if (_keys is not { } keys || change.From != _version)
                    return false;
                foreach (var key in change.Added)
                    keys[key] = true;
                foreach (var key in change.Removed)
                    keys.TryRemove(key, out _);
            }

            _version = change.Version;
            return true;
        }
    }

    /// <summary>What of the hint is wanted there; null for nothing.</summary>
    public PushEnvelope? Wanted(PushEnvelope hint)
    {
        if (_keys is not { } keys)
            return hint;
        var inbox = hint.Inbox.RemoveAll(change => !keys.ContainsKey(PushKey.Of(change.Seat)));
        var documents = hint.Documents.RemoveAll(document => !keys.ContainsKey(PushKey.Of(document)));
        return inbox.IsEmpty && documents.IsEmpty ? null : hint with { Inbox = inbox, Documents = documents };
    }
}
