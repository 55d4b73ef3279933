using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Silo.Push;

/// <summary>
/// What this node's connections follow, as a set with a version that counts its changes. The latest changes are kept, so
/// that another node that lags a little is sent those instead of everything.
/// </summary>
internal sealed class FollowedHere : IPushInterest
{
    /// <summary>Changes kept; further behind, a node is sent everything.</summary>
    public const int ChangesMax = 4_096;

    private readonly Lock _lock = new();
    private readonly HashSet<long> _keys = [];
    private readonly Queue<(long Key, bool Added)> _changes = new();
    private long _version;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Follow(SeatId seat) => Set(PushKey.Of(seat), followed: true);

    public void Unfollow(SeatId seat) => Set(PushKey.Of(seat), followed: false);

    public void Follow(DocumentId document) => Set(PushKey.Of(document), followed: true);

    public void Unfollow(DocumentId document) => Set(PushKey.Of(document), followed: false);

    /// <summary>Completes when the version is another than the given one.</summary>
    public Task Moved(long version)
    {
        lock (_lock)
            return _version != version ? Task.CompletedTask : _moved.Task;
    }

    /// <summary>What somebody who knows the given version lacks; everything for null and for one too far back.</summary>
    public FollowedChange Since(SiloAddress here, long? version)
    {
        lock (_lock)
        {
            if (version is not { } from || from < _version - _changes.Count || from > _version)
                return new FollowedChange(here, null, _version, [.. _keys], []);
            var last = new Dictionary<long, bool>();
            foreach (var (key, added) in _changes.Skip(_changes.Count - (int)(_version - from)))
                last[key] = added;
            return new FollowedChange(
                here,
                from,
                _version,
                [.. last.Where(change => change.Value).Select(change => change.Key)],
                [.. last.Where(change => !change.Value).Select(change => change.Key)]);
        }
    }

    private void Set(long key, bool followed)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            if (!(followed ? _keys.Add(key) : _keys.Remove(key)))
                return;
            _version++;
            _changes.Enqueue((key, followed));
            if (_changes.Count > ChangesMax)
                _changes.Dequeue();
            moved = _moved;
            _moved = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.TrySetResult();
    }
}
