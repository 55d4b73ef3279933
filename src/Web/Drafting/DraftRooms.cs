using System.Collections.Concurrent;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Web.Drafting;

/// <summary>The rooms of this node: one for each draft that somebody has open here.</summary>
internal sealed class DraftRooms(IGrainFactory grains, DraftingOptions options, DraftingMetrics metrics, TimeProvider time)
{
    private readonly ConcurrentDictionary<DocumentId, DraftRoom> _rooms = new();

    /// <summary>Gone through twenty times a second: <c>Values</c> would stop everybody for a copy.</summary>
    public IEnumerable<DraftRoom> All => _rooms.Select(room => room.Value);

    /// <summary>The draft's room with a place in it, which must be given back by <see cref="Leave"/>.</summary>
    public DraftRoom Enter(DocumentId document)
    {
        DraftRoom room;
        while (!(room = _rooms.GetOrAdd(document, id => new DraftRoom(id, grains, options, metrics, time))).Reserve())
            Thread.Yield();
        return room;
    }

    public void Leave(DraftRoom room)
    {
        if (!room.Release())
            return;
        _rooms.TryRemove(new KeyValuePair<DocumentId, DraftRoom>(room.Document, room));
        _ = room.Retire();
    }
}
