using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>The rooms that have the draft open. Nothing here waits for a room.</summary>
internal sealed class DraftRooms(TimeProvider time)
{
    /// <summary>A room that is not heard of for so long gets nothing more.</summary>
    public static readonly TimeSpan SilentMax = TimeSpan.FromSeconds(90);

    private readonly Dictionary<IDraftRoom, DraftRoomLine> lines = [];

    /// <summary>For the metrics, from another thread: as of a moment ago.</summary>
    public int Count => lines.Count;

    /// <summary>Ends when nothing is left to send to anybody.</summary>
    public Task Sending => Task.WhenAll(lines.Values.Select(line => line.Sending));

    /// <summary>Does the room get what is relayed?</summary>
    public bool Knows(IDraftRoom room) => lines.ContainsKey(room);

    /// <summary>The room is there. A new one is told which place comes next: it may have missed some while it was unknown.</summary>
    /// <returns>The other rooms.</returns>
    public ImmutableArray<IDraftRoom> Heard(IDraftRoom room, long next)
    {
        if (!lines.TryGetValue(room, out var line))
        {
            lines.Add(room, line = new DraftRoomLine(room, Remove));
            line.Relay(new DraftRelay(next, []));
            TellOthers(except: room);
        }

        line.HeardAt = time.GetTimestamp();
        return OthersOf(room);
    }

    public void Leave(IDraftRoom room)
    {
        if (lines.Remove(room))
            TellOthers();
    }

    public void Relay(DraftRelay relay)
    {
        foreach (var line in lines.Values)
            line.Relay(relay);
    }

    public void Discussed(long position)
    {
        foreach (var line in lines.Values)
            line.Discussed(position);
    }

    public void Reopen()
    {
        foreach (var line in lines.Values)
            line.Reopen();
    }

    /// <summary>Lets go of rooms that were not heard of, and tells the others which place comes next.</summary>
    public void Look(long next)
    {
        var silent = lines.Values.Where(line => time.GetElapsedTime(line.HeardAt) >= SilentMax).ToList();
        foreach (var line in silent)
            lines.Remove(line.Room);
        if (silent.Count > 0)
            TellOthers();
        Relay(new DraftRelay(next, []));
    }

    private void Remove(DraftRoomLine line)
    {
        // The room may have come again by another line meanwhile.
        if (lines.TryGetValue(line.Room, out var known) && known == line)
            Leave(line.Room);
    }

    private void TellOthers(IDraftRoom? except = null)
    {
        // A line that fails at once takes itself out of the list.
        foreach (var line in lines.Values.Where(line => !line.Room.Equals(except)).ToList())
            line.Others(OthersOf(line.Room));
    }

    private ImmutableArray<IDraftRoom> OthersOf(IDraftRoom room) => [.. lines.Keys.Where(other => !other.Equals(room))];
}
