using System.Text;
using PartyRealtime.Yjs.Lib0;

namespace PartyRealtime.Yjs.Protocols;

/// <summary>
/// Reads frames of y-websocket and Hocuspocus. What it gives is whole: no bytes left over, no length believed, no text that
/// is not UTF-8. The bytes of a body are for whoever reads state vectors, updates and awareness to judge.
/// </summary>
public static class FrameReader
{
    /// <summary>A frame of a y-websocket client. False when it is malformed or of a kind that such a client does not send.</summary>
    public static bool TryReadWebsocket(ReadOnlySpan<byte> message, FrameLimits limits, out Frame frame)
    {
        frame = default;
        if (message.Length > limits.FrameBytesMax)
            return false;
        var reader = new ByteReader(message);
        var kind = reader.ReadVarUint();
        var known = kind <= (int)FrameKind.AwarenessQuery && kind != (int)FrameKind.Authentication;
        return !reader.Failed && known && TryReadBody(ref reader, null, (FrameKind)kind, limits, out frame);
    }

    /// <summary>A frame of Hocuspocus. False when it is malformed or of a kind that is not known.</summary>
    public static bool TryReadHocuspocus(ReadOnlySpan<byte> message, FrameLimits limits, out Frame frame)
    {
        frame = default;
        if (message.Length > limits.FrameBytesMax)
            return false;
        var reader = new ByteReader(message);
        var document = ReadText(ref reader, limits.DocumentNameBytesMax);
        var kind = reader.ReadVarUint();
        return !reader.Failed && kind <= (int)FrameKind.Pong && TryReadBody(ref reader, document, (FrameKind)kind, limits, out frame);
    }

    private static bool TryReadBody(scoped ref ByteReader reader, string? document, FrameKind kind, FrameLimits limits, out Frame frame)
    {
        frame = kind switch
        {
            FrameKind.Sync or FrameKind.SyncReply => ReadSync(ref reader, document, kind),
            FrameKind.Awareness => new Frame(document, kind) { Body = reader.ReadBuffer() },
            FrameKind.Authentication => ReadAuthentication(ref reader, document, limits),
            FrameKind.Stateless or FrameKind.StatelessBroadcast =>
                new Frame(document, kind) { Text = ReadText(ref reader, limits.TextBytesMax) },
            FrameKind.Close => new Frame(document, kind) { Text = ReadOptionalText(ref reader, limits.TextBytesMax) },
            FrameKind.SyncStatus => new Frame(document, kind) { Applied = ReadFlag(ref reader) },
            _ => new Frame(document, kind),
        };
        return !reader.Failed && reader.Remaining == 0;
    }

    private static Frame ReadSync(scoped ref ByteReader reader, string? document, FrameKind kind)
    {
        var step = reader.ReadVarUint();
        if (step > (int)SyncStep.Update)
            reader.Fail();
        return new Frame(document, kind) { Step = (SyncStep)step, Body = reader.ReadBuffer() };
    }

    private static Frame ReadAuthentication(scoped ref ByteReader reader, string? document, FrameLimits limits)
    {
        var step = reader.ReadVarUint();
        if (step > (int)AuthenticationStep.Authenticated)
            reader.Fail();
        return new Frame(document, FrameKind.Authentication)
        {
            Authentication = (AuthenticationStep)step,
            Text = ReadOptionalText(ref reader, limits.TextBytesMax),
            ClientVersion = ReadOptionalText(ref reader, limits.TextBytesMax),
        };
    }

    private static bool ReadFlag(ref ByteReader reader)
    {
        var flag = reader.ReadVarUint();
        if (flag > 1)
            reader.Fail();
        return flag == 1;
    }

    private static string? ReadOptionalText(ref ByteReader reader, int bytesMax) => reader.Remaining == 0 ? null : ReadText(ref reader, bytesMax);

    private static string ReadText(ref ByteReader reader, int bytesMax)
    {
        var text = reader.ReadUtf8();
        if (text.Length <= bytesMax)
            return Encoding.UTF8.GetString(text);
        reader.Fail();
        return "";
    }
}
