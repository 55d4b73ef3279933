namespace PartyRealtime.Yjs.Protocols;

/// <summary>What of a frame is read at all. A frame beyond is malformed.</summary>
public sealed record FrameLimits
{
    public static FrameLimits Default { get; } = new();

    /// <summary>Bytes of a whole frame: an update of 1 MB, and what stands around it.</summary>
    public int FrameBytesMax { get; init; } = 1_010_000;

    /// <summary>Bytes of a document's name in UTF-8.</summary>
    public int DocumentNameBytesMax { get; init; } = 512;

    /// <summary>Bytes of a token, a reason, a version or a stateless text.</summary>
    public int TextBytesMax { get; init; } = 8_192;
}
