using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>The ways to the other rooms of one draft.</summary>
internal sealed class OtherRooms
{
    private readonly Lock _lock = new();
    private ImmutableDictionary<IDraftRoom, AwarenessLine> _lines = ImmutableDictionary<IDraftRoom, AwarenessLine>.Empty;

    /// <summary>Knows these rooms from now on; a new one is told of everybody here.</summary>
    public void Set(ImmutableArray<IDraftRoom> rooms, IReadOnlyCollection<AwarenessState> here)
    {
        lock (_lock)
        {
            var added = rooms.Where(room => !_lines.ContainsKey(room)).Distinct().Select(room => KeyValuePair.Create(room, new AwarenessLine(room))).ToList();
            _lines = _lines.RemoveRange(_lines.Keys.Where(room => !rooms.Contains(room))).AddRange(added);
            foreach (var (_, line) in added)
                line.Offer(here);
        }
    }

    public void Send(IReadOnlyCollection<AwarenessState> states)
    {
        foreach (var line in _lines.Values)
            line.Offer(states);
    }
}
