using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Hands durable updates to a room's sockets, in their order. The first after a pause goes at once; those that come thick
/// behind it are joined into one for each pause: a frame costs as much as what it carries, and goes to every socket.
/// </summary>
/// <param name="pause">The longest that an update waits.</param>
/// <param name="time">The clock of the node.</param>
/// <param name="send">Sends an update to all sockets but that of the visit with this number; must not block.</param>
internal sealed class RelayOutbox(TimeSpan pause, TimeProvider time, Action<byte[], long> send)
{
    private readonly Lock _lock = new();
    private readonly List<DraftUpdate> _waiting = [];
    private long _sentAt = time.GetTimestamp() - (long)(pause.TotalSeconds * time.TimestampFrequency);
    private bool _isLater;

    public void Offer(IEnumerable<DraftUpdate> updates)
    {
        lock (_lock)
        {
            _waiting.AddRange(updates);
            if (_isLater || _waiting.Count == 0)
                return;
            var left = pause - time.GetElapsedTime(_sentAt);
            if (left <= TimeSpan.Zero)
            {
                Send();
                return;
            }

            _isLater = true;
            _ = SendAfter(left);
        }
    }

    private async Task SendAfter(TimeSpan left)
    {
        await Task.Delay(left, time);
        lock (_lock)
        {
            _isLater = false;
            Send();
        }
    }

    private void Send()
    {
        _sentAt = time.GetTimestamp();
        if (_waiting.Count > 1 && YUpdates.Merge(_waiting.Select(update => update.Bytes), UpdateLimits.Stored, out _) is { } joined)
            send(joined, 0);
        else
            _waiting.ForEach(update => send(update.Bytes, update.From));
        _waiting.Clear();
    }
}
