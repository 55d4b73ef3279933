using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Protocols;

/// <summary>
/// Writes frames. With a document's name they are Hocuspocus', without (null) y-websocket's; kinds that y-websocket does not
/// have need the name.
/// </summary>
public static class FrameWriter
{
    /// <summary>A step of synchronisation.</summary>
    /// <param name="reply">Hocuspocus only: the receiver must not answer with a state vector of its own.</param>
    public static byte[] Sync(string? document, SyncStep step, ReadOnlySpan<byte> body, bool reply = false)
    {
        var writer = Begin(document, reply ? FrameKind.SyncReply : FrameKind.Sync, body.Length);
        writer.WriteVarUint((int)step);
        writer.WriteBuffer(body);
        return writer.ToArray();
    }

    /// <param name="update">See <see cref="AwarenessUpdate"/>.</param>
    public static byte[] Awareness(string? document, ReadOnlySpan<byte> update)
    {
        var writer = Begin(document, FrameKind.Awareness, update.Length);
        writer.WriteBuffer(update);
        return writer.ToArray();
    }

    public static byte[] AwarenessQuery(string? document) => Begin(document, FrameKind.AwarenessQuery, 0).ToArray();

    /// <summary>No. In y-websocket the only word about authentication, with the number 0.</summary>
    public static byte[] PermissionDenied(string? document, string reason)
    {
        var writer = Begin(document, FrameKind.Authentication, reason.Length);
        writer.WriteVarUint(document is null ? 0 : (int)AuthenticationStep.PermissionDenied);
        writer.WriteString(reason);
        return writer.ToArray();
    }

    /// <summary>Yes, to write or only to read.</summary>
    public static byte[] Authenticated(string document, bool mayWrite)
    {
        var writer = Begin(document, FrameKind.Authentication, 16);
        writer.WriteVarUint((int)AuthenticationStep.Authenticated);
        writer.WriteString(mayWrite ? "read-write" : "readonly");
        return writer.ToArray();
    }

    /// <summary>Asks a client for its token again.</summary>
    public static byte[] TokenRequest(string document)
    {
        var writer = Begin(document, FrameKind.Authentication, 1);
        writer.WriteVarUint((int)AuthenticationStep.Token);
        return writer.ToArray();
    }

    /// <summary>Answers one second step or update. Clients count what is unsaved by it: exactly one for each.</summary>
    public static byte[] SyncStatus(string document, bool applied)
    {
        var writer = Begin(document, FrameKind.SyncStatus, 1);
        writer.WriteVarUint(applied ? 1 : 0);
        return writer.ToArray();
    }

    public static byte[] Stateless(string document, string text) => WithText(document, FrameKind.Stateless, text);

    public static byte[] Close(string document, string reason) => WithText(document, FrameKind.Close, reason);

    public static byte[] Pong(string document) => Begin(document, FrameKind.Pong, 0).ToArray();

    private static byte[] WithText(string document, FrameKind kind, string text)
    {
        var writer = Begin(document, kind, text.Length);
        writer.WriteString(text);
        return writer.ToArray();
    }

    private static ByteWriter Begin(string? document, FrameKind kind, int bytesExpected)
    {
        var writer = new ByteWriter(bytesExpected + (document?.Length ?? 0) + 16);
        if (document is not null)
            writer.WriteString(document);
        writer.WriteVarUint((int)kind);
        return writer;
    }
}
