using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>y-websocket: one socket for one draft, and the ticket in the address.</summary>
internal sealed class WebsocketConversation(DocumentId document, string? ticket, DraftSocket socket, DraftDoor door, TimeProvider time)
    : IDraftConversation
{
    private readonly DraftPace _pace = new(time);
    private DraftPlace? _place;

    public byte[] KeepAlive { get; } = FrameWriter.Awareness(null, AwarenessUpdate.Encode([]));

    /// <summary>The ticket comes with the socket: it is opened, or closed at once.</summary>
    public TimeSpan Unopened => TimeSpan.Zero;

    public async Task Run(CancellationToken cancellation)
    {
        var entered = await door.Enter(ticket, document, socket, name: null, cancellation);
        if (!entered.IsOk)
        {
            Refuse(entered.Refusal);
            return;
        }

        _place = entered.Value;
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

    private void Refuse(Refusal refusal)
    {
        var why = refusal.Code == RefusalCode.NotInScope ? DraftClose.NotInScope : DraftClose.Unavailable;
        if (why.IsFinal)
            socket.Send(FrameWriter.PermissionDenied(null, why.Reason));
        socket.Close(why);
    }

    private static DraftMessage? Read(ReadOnlySpan<byte> bytes) =>
        FrameReader.TryReadWebsocket(bytes, FrameLimits.Default, out var frame) ? DraftMessage.Of(frame) : null;
}
