using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>
/// The way to one room: one call in flight, what comes meanwhile waits, and never more than the bounds. A room that
/// is too slow is told to reopen instead of what it missed: its people then ask for what they lack.
/// </summary>
/// <param name="room">The room.</param>
/// <param name="onBroken">Called when a call failed: the room is gone, or comes again by itself.</param>
internal sealed class DraftRoomLine(IDraftRoom room, Action<DraftRoomLine> onBroken)
{
    /// <summary>Updates that wait for one room.</summary>
    public const int UpdatesMax = 2_000;

    /// <summary>Bytes that wait for one room.</summary>
    public const long BytesMax = 8_000_000;

    private readonly List<DraftUpdate> updates = [];
    private long next;
    private long bytes;
    private bool relays;
    private bool reopens;
    private long? discussed;
    private ImmutableArray<IDraftRoom>? others;
    private bool isSending;

    public IDraftRoom Room { get; } = room;

    /// <summary>When the room last asked for somebody, by the monotonic clock.</summary>
    public long HeardAt { get; set; }

    /// <summary>Ends when nothing is left to send.</summary>
    public Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Passes updates on; without any it says which place comes next, so that a room that lost a call finds out.</summary>
    public void Relay(DraftRelay relay)
    {
        // Whoever comes back after a reopening asks for all that is missing, this too.
        if (reopens)
            return;
        updates.AddRange(relay.Updates);
        bytes += relay.Updates.Sum(update => (long)update.Bytes.Length);
        next = relay.First + relay.Updates.Length;
        relays = true;
        if (updates.Count > UpdatesMax || bytes > BytesMax)
            Reopen();
        else
            Send();
    }

    public void Others(ImmutableArray<IDraftRoom> rooms)
    {
        others = rooms;
        Send();
    }

    /// <summary>Of positions that wait only the newest is told.</summary>
    public void Discussed(long position)
    {
        discussed = Math.Max(position, discussed ?? 0);
        Send();
    }

    public void Reopen()
    {
        Empty();
        reopens = true;
        Send();
    }

    private void Send()
    {
        if (isSending)
            return;
        isSending = true;
        Sending = Run();
    }

    private async Task Run()
    {
        try
        {
            while (HasCalls)
                await SendNext();
        }
        catch (Exception)
        {
            // Whatever it was, this way leads nowhere now; a room that lives joins again within 30 s.
            Empty();
            discussed = null;
            onBroken(this);
        }

        isSending = false;
    }

    private bool HasCalls => relays || others is not null || discussed is not null || reopens;

    private Task SendNext()
    {
        if (relays)
        {
            var relay = new DraftRelay(next - updates.Count, [.. updates]);
            Empty();
            return Room.Relay(relay);
        }

        if (others is { } rooms)
        {
            others = null;
            return Room.Others(rooms);
        }

        if (discussed is { } position)
        {
            discussed = null;
            return Room.Discussed(position);
        }

        reopens = false;
        return Room.Reopen();
    }

    private void Empty()
    {
        updates.Clear();
        bytes = 0;
        relays = false;
    }
}
