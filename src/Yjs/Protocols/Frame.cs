namespace PartyRealtime.Yjs.Protocols;

/// <summary>One message of a connection, decoded. Which properties are set follows from <see cref="Kind"/>.</summary>
public readonly ref struct Frame(string? document, FrameKind kind)
{
    /// <summary>
    /// Hocuspocus: whose frame it is, to be given back as it came (it may end in a session's id after a NUL). Null for
    /// y-websocket, where the address of the connection says it.
    /// </summary>
    public string? Document { get; } = document;

    public FrameKind Kind { get; } = kind;

    /// <summary>For <see cref="FrameKind.Sync"/> and <see cref="FrameKind.SyncReply"/>.</summary>
    public SyncStep Step { get; init; }

    /// <summary>For <see cref="FrameKind.Authentication"/>.</summary>
    public AuthenticationStep Authentication { get; init; }

    /// <summary>State vector, update or awareness update; not copied from the message.</summary>
    public ReadOnlySpan<byte> Body { get; init; }

    /// <summary>Token, scope, reason or stateless text; null where the sender left it out.</summary>
    public string? Text { get; init; }

    /// <summary>The version of the client's program, beside a token; null from old clients.</summary>
    public string? ClientVersion { get; init; }

    /// <summary>For <see cref="FrameKind.SyncStatus"/>: taken.</summary>
    public bool Applied { get; init; }
}
