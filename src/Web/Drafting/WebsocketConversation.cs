using PartyRealtime.Contracts.Documents;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>y-websocket: one socket for one draft, and the ticket in the address.</summary>
internal sealed class WebsocketConversation(DocumentId document, string? ticket, DraftSocket socket, DraftDoor door, TimeProvider time)
    : IDraftConversation
{
    private readonly DraftPace _pace = new(time);
    private DraftPlace? _place;

    public byte[] KeepAlive { get; } = FrameWriter.Awareness(null, AwarenessUpdate.Encode([]));

    public async Task Run(CancellationToken cancellation)
    {
        _place = await door.Enter(ticket, document, socket, name: null, cancellation);
        if (_place is null)
        {
            socket.Send(FrameWriter.PermissionDenied(null, DraftClose.NotInScope.Reason));
            socket.Close(DraftClose.NotInScope);
            return;
        }

        DraftDialogue.Introduce(_place);
        while (await socket.Receive() is { } bytes)
        {
            if (Read(bytes.Span) is not { } message)
            {
                socket.Close(DraftClose.Malformed);
                return;
            }

            await _pace.Take(message.IsUpdate);
            await DraftDialogue.Handle(_place, message);
        }
    }

    public void Leave()
    {
        if (_place is not null)
            door.Leave(_place);
    }

    private static DraftMessage? Read(ReadOnlySpan<byte> bytes) =>
        FrameReader.TryReadWebsocket(bytes, FrameLimits.Default, out var frame) ? DraftMessage.Of(frame) : null;
}
