using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Whether a room has missed a relay. It knows a stretch of the log without a gap; whoever is in the room has everything
/// below the stretch by a difference, and the stretch by relays. Not for several threads.
/// </summary>
internal sealed class RelayOrder
{
    private long? _first;
    private long _last;

    /// <summary>The last place known; null before anything is.</summary>
    public long? Last => _first is null ? null : _last;

    /// <summary>
    /// Takes consecutive places from <paramref name="first"/> on. How many of them are known already, from the front; null
    /// when some before them are missing.
    /// </summary>
    public int? Take(long first, int count)
    {
        if (_first is null)
        {
            (_first, _last) = (first, first + count - 1);
            return 0;
        }

        if (first > _last + 1)
            return null;
        var known = (int)Math.Min(count, _last + 1 - first);
        _last = Math.Max(_last, first + count - 1);
        return known;
    }

    /// <summary>
    /// Somebody was given everything up to <see cref="DraftDiff.Seq"/>. False when a relay between that and the stretch
    /// is missing.
    /// </summary>
    public bool Anchor(long seq)
    {
        if (_first is null)
            (_first, _last) = (seq + 1, seq);
        return seq >= _first - 1;
    }

    /// <summary>Forgets all: those who come now begin anew.</summary>
    public void Reset() => (_first, _last) = (null, 0);
}
