using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Hocuspocus: many drafts over one socket, each opened by a ticket of its own. Clients send a draft's ticket, first step
/// and awareness back to back; as each frame is handled before the next is read, what follows a ticket waits for it.
/// </summary>
internal sealed class HocuspocusConversation(DraftSocket socket, DraftDoor door, TimeProvider time) : IDraftConversation
{
    /// <summary>Drafts that one socket may have open.</summary>
    public const int DraftsMax = 50;

    /// <summary>Tickets that may fail on one socket.</summary>
    public const int FailuresMax = 20;

    private readonly DraftPace _pace = new(time);
    private readonly Dictionary<string, DraftPlace> _places = [];
    private volatile string? _anyName;
    private volatile bool _isOpen;
    private long _unopenedSince = time.GetTimestamp();
    private int _failures;

    /// <summary>Before a draft is open a ping that names none; else nobody's awareness, which clients of every version can read.</summary>
    public byte[] KeepAlive => _anyName is { } name ? FrameWriter.Awareness(name, AwarenessUpdate.Encode([])) : [(byte)FrameKind.Ping];

    /// <summary>A ticket that opens nothing does not begin the time anew.</summary>
    public TimeSpan Unopened => _isOpen ? TimeSpan.Zero : time.GetElapsedTime(Interlocked.Read(ref _unopenedSince));

    public async Task Run(CancellationToken cancellation)
    {
        while (await socket.Receive() is { } bytes)
        {
            // The answer to a ping of ours is about no document.
            if (bytes.Length == 1 && bytes.Span[0] == (byte)FrameKind.Pong)
                continue;
            if (Read(bytes.Span) is not { } message)
            {
                socket.Close(DraftClose.Malformed);
                return;
            }

            await _pace.Take(message.IsUpdate);
            await Handle(message, cancellation);
        }
    }

    public void Leave()
    {
        foreach (var place in _places.Values)
            door.Leave(place);
        _places.Clear();
    }

    private async Task Handle(DraftMessage message, CancellationToken cancellation)
    {
        var name = message.Document!;
        var place = _places.GetValueOrDefault(name);
        if (message.Kind == FrameKind.Authentication)
            await Authenticate(name, place, message, cancellation);
        else if (message.Kind == FrameKind.Ping)
            socket.Send(FrameWriter.Pong(name));
        else if (place is null && message.IsUpdate)
            socket.Send(FrameWriter.SyncStatus(name, applied: false));
        else if (place is not null && message.Kind == FrameKind.Close)
            Leave(name, place);
        else if (place is not null)
            await DraftDialogue.Handle(place, message);
    }

    /// <summary>A client that is in already may sign in again: it is answered, and its ticket stays unused.</summary>
    private async Task Authenticate(string name, DraftPlace? place, DraftMessage message, CancellationToken cancellation)
    {
        if (message.Authentication != AuthenticationStep.Token)
            return;
        if (place is null && _places.Count >= DraftsMax)
        {
            socket.Close(DraftClose.TooMany);
            return;
        }

        if (place is null)
        {
            _isOpen = true;
            var entered = DocumentOf(name) is { } document
                ? await door.Enter(message.Text, document, socket, name, cancellation)
                : RefusalCode.NotInScope;
            if (!entered.IsOk)
            {
                _isOpen = _places.Count > 0;
                Refuse(name, entered.Refusal);
                return;
            }

            place = entered.Value;
            _places[name] = place;
            _anyName = name;
        }

        socket.Send(FrameWriter.Authenticated(name, place.Visit.Admission.Right == DraftRight.Write));
        DraftDialogue.Introduce(place);
    }

    /// <summary>A no is about this document alone; that nobody could be asked closes the socket, for the client to come again.</summary>
    private void Refuse(string name, Refusal refusal)
    {
        if (refusal.Code != RefusalCode.NotInScope)
        {
            socket.Close(DraftClose.Unavailable);
            return;
        }

        socket.Send(FrameWriter.PermissionDenied(name, DraftClose.NotInScope.Reason));
        if (++_failures > FailuresMax)
            socket.Close(DraftClose.TooMany);
    }

    private void Leave(string name, DraftPlace place)
    {
        _places.Remove(name);
        _anyName = _places.Keys.FirstOrDefault();
        if (_places.Count == 0)
        {
            Interlocked.Exchange(ref _unopenedSince, time.GetTimestamp());
            _isOpen = false;
        }

        door.Leave(place);
    }

    /// <summary>The document's id, behind which a client that opens it twice puts a NUL and an id of its own.</summary>
    private static DocumentId? DocumentOf(string name) =>
        Guid.TryParseExact(name.Split('\0', 2)[0], "D", out var id) ? new DocumentId(id) : null;

    private static DraftMessage? Read(ReadOnlySpan<byte> bytes) =>
        FrameReader.TryReadHocuspocus(bytes, FrameLimits.Default, out var frame) ? DraftMessage.Of(frame) : null;
}
