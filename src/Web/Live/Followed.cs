using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PartyRealtime.Web.Live;

/// <summary>
/// What connections of this node look at together, by key: made when the first comes, retired when the last goes. The
/// other nodes are told what is wanted here, also where somebody comes while the last one goes.
/// </summary>
/// <param name="make">A new one, which nobody has joined yet.</param>
/// <param name="follow">From now on its hints are wanted here; may be said again.</param>
/// <param name="unfollow">They are not any more.</param>
internal sealed class Followed<TKey, T>(Func<TKey, T> make, Action<TKey> follow, Action<TKey> unfollow)
    where TKey : struct
    where T : class
{
    private readonly ConcurrentDictionary<TKey, T> _open = new();

    public int Count => _open.Count;

    public IEnumerable<TKey> Keys => _open.Keys;

    public IEnumerable<T> Values => _open.Values;

    public bool TryGet(TKey key, [NotNullWhen(true)] out T? value) => _open.TryGetValue(key, out value);

    /// <summary>The one of this key, joined by <paramref name="join"/>, which is false for one that was retired meanwhile.</summary>
    public T Join(TKey key, Func<T, bool> join)
    {
        T value;
        while (!join(value = _open.GetOrAdd(key, make)))
        {
            // Just retired by the last who looked at it, who takes it out of the map.
            Thread.Yield();
        }

        follow(key);
        return value;
    }

    /// <summary>Lets one go by <paramref name="leave"/>, which is true for the last; does nothing where there is none.</summary>
    public void Leave(TKey key, Func<T, bool> leave)
    {
        if (!_open.TryGetValue(key, out var value) || !leave(value))
            return;
        _open.TryRemove(new KeyValuePair<TKey, T>(key, value));
        unfollow(key);
        // Somebody may have joined a new one between the two lines above.
        if (_open.ContainsKey(key))
            follow(key);
    }
}
