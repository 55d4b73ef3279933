using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Web.Auth;

namespace PartyRealtime.Web.Live;

/// <summary>
/// One connection's way out. Changes queue while a message is on its way and leave together in the next one, so a busy
/// or slow connection gets fewer, larger messages. A connection that falls too far behind is cut: it comes back and
/// catches up.
/// </summary>
internal sealed class LiveConnection(
    string id,
    LiveSession session,
    Secrecy clearance,
    ImmutableArray<SeatId> seats,
    ILiveClient client,
    Action cut)
{
    /// <summary>Changes that may wait for a slow connection.</summary>
    public const int WaitingMax = 1_000;

    /// <summary>Changes in one message: about 30 KB.</summary>
    public const int MessageChangesMax = 50;

    /// <summary>Messages beside those of the inbox that may be on their way to a slow connection.</summary>
    public const int BesideMax = 100;

    private readonly Lock _lock = new();
    private readonly Queue<CommittedInboxChange> _waiting = new();
    private readonly Dictionary<SeatId, long> _heads = [];
    private bool _sending;
    private bool _cut;
    private int _beside;

    public string Id => id;

    public LiveSession Session => session;

    public ImmutableArray<SeatId> Seats => seats;

    public ILiveClient Client => client;

    /// <summary>Closes the connection; the person comes back and catches up.</summary>
    public void Cut() => cut();

    /// <summary>Nothing that waits is sent any more, and nothing new is taken: the person's right to it is over.</summary>
    public void Silence()
    {
        lock (_lock)
        {
            _cut = true;
            _waiting.Clear();
            _heads.Clear();
        }
    }

    /// <summary>
    /// Sends something that is not of the inbox, behind what was said before, and returns at once: nobody waits for a connection
    /// that does not read. One to which too much is on its way is cut; the person comes back and opens anew what was open.
    /// </summary>
    public void Say(Func<ILiveClient, Task> say)
    {
        lock (_lock)
        {
            if (_cut)
                return;
        }

        if (Interlocked.Increment(ref _beside) > BesideMax)
            cut();
        else
            _ = Beside(say);
    }

    /// <summary>Tells the person that the node stops, and when to come back. Never fails: who is gone comes back by his own rules.</summary>
    public async Task SayLeaving(TimeSpan after)
    {
        try
        {
            await client.ServerLeaving(new ServerLeaving((int)after.TotalMilliseconds));
        }
        catch (Exception)
        {
            // The transport is gone, and the connection with it.
        }
    }

    /// <summary>
    /// Queues a change. One above the person's clearance is not shown: the person only learns that the seat has moved,
    /// and the catch-up says what may be said. False when the connection was cut instead.
    /// </summary>
    public bool Enqueue(CommittedInboxChange change)
    {
        if (change.Item.Secrecy > clearance)
            return Announce(change.Seat, change.Position);
        lock (_lock)
        {
            if (_cut)
                return false;
            _waiting.Enqueue(change);
            if (_waiting.Count <= WaitingMax)
                return true;
            _cut = true;
            _waiting.Clear();
        }

        cut();
        return false;
    }

    /// <summary>Queues the news that a seat stands at this head; a later head replaces an earlier one.</summary>
    public bool Announce(SeatId seat, long head)
    {
        lock (_lock)
        {
            if (_cut)
                return false;
            _heads[seat] = Math.Max(head, _heads.GetValueOrDefault(seat));
            return true;
        }
    }

    /// <summary>Sends what waits, unless a message is on its way: then its end sends the rest. Returns at once.</summary>
    public void Flush(string epoch)
    {
        lock (_lock)
        {
            if (_sending || (_waiting.Count == 0 && _heads.Count == 0))
                return;
            _sending = true;
        }

        _ = Send(epoch);
    }

    private async Task Beside(Func<ILiveClient, Task> say)
    {
        try
        {
            await say(client);
            Interlocked.Decrement(ref _beside);
        }
        catch (Exception)
        {
            // As in Send.
            cut();
        }
    }

    private async Task Send(string epoch)
    {
        try
        {
            while (Take() is { } message)
            {
                if (!message.Changes.IsEmpty)
                    await client.InboxChanged(new InboxChanged(epoch, message.Changes));
                foreach (var (seat, head) in message.Heads)
                    await client.Behind(new Behind(seat, head));
            }
        }
        catch (Exception)
        {
            // The transport is gone or the message cannot be written: the person reconnects and catches up.
            cut();
        }
    }

    private (ImmutableArray<CommittedInboxChange> Changes, ImmutableArray<KeyValuePair<SeatId, long>> Heads)? Take()
    {
        lock (_lock)
        {
            if (_cut || (_waiting.Count == 0 && _heads.Count == 0))
            {
                _sending = false;
                return null;
            }

            var changes = ImmutableArray.CreateBuilder<CommittedInboxChange>(Math.Min(_waiting.Count, MessageChangesMax));
            while (changes.Count < MessageChangesMax && _waiting.TryDequeue(out var change))
                changes.Add(change);
            if (_waiting.Count > 0)
                return (changes.ToImmutable(), []);
            ImmutableArray<KeyValuePair<SeatId, long>> heads = [.. _heads];
            _heads.Clear();
            return (changes.ToImmutable(), heads);
        }
    }
}
