using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// The way of awareness to one other room: one call in flight, and of everything that comes meanwhile the newest word of
/// each client. So a slow node gets fewer and newer words, and never holds up anybody.
/// </summary>
internal sealed class AwarenessLine(IDraftRoom room)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<long, AwarenessState> _waiting = [];
    private bool _isSending;

    /// <summary>Returns at once.</summary>
    public void Offer(IReadOnlyCollection<AwarenessState> states)
    {
        lock (_lock)
        {
            foreach (var state in states)
                _waiting[state.Client] = state;
            if (_isSending || _waiting.Count == 0)
                return;
            _isSending = true;
        }

        _ = Send();
    }

    private async Task Send()
    {
        while (Take() is { } update)
        {
            try
            {
                await room.Aware(update);
            }
            catch (Exception)
            {
                // The node is gone or slow. Clients renew their words; nothing of it is kept anywhere.
            }
        }
    }

    private byte[]? Take()
    {
        lock (_lock)
        {
            _isSending = _waiting.Count > 0;
            if (!_isSending)
                return null;
            var update = AwarenessUpdate.Encode(_waiting.Values);
            _waiting.Clear();
            return update;
        }
    }
}
