using PartyRealtime.Yjs.Protocols;

namespace PartyRealtime.Web.Drafting;

/// <summary>A frame that outlives the buffer it was read from.</summary>
/// <param name="Document">As the client writes it; null for y-websocket.</param>
/// <param name="Kind">What it says; the rest follows from it.</param>
/// <param name="Step">Of a synchronisation.</param>
/// <param name="Authentication">Of a sign-in.</param>
/// <param name="Body">State vector, update or awareness update.</param>
/// <param name="Text">Token or reason.</param>
internal sealed record DraftMessage(
    string? Document, FrameKind Kind, SyncStep Step, AuthenticationStep Authentication, byte[] Body, string? Text)
{
    public static DraftMessage Of(Frame frame) =>
        new(frame.Document, frame.Kind, frame.Step, frame.Authentication, frame.Body.ToArray(), frame.Text);

    /// <summary>Carries text of the draft: what the pace of updates counts.</summary>
    public bool IsUpdate => Kind is FrameKind.Sync or FrameKind.SyncReply && Step != SyncStep.StateVector;
}
