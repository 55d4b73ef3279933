namespace PartyRealtime.Yjs.Protocols;

/// <summary>
/// What a frame says. The first four are y-websocket's (https://github.com/yjs/y-protocols, PROTOCOL.md), all are
/// Hocuspocus' (https://tiptap.dev/docs/hocuspocus).
/// </summary>
public enum FrameKind
{
    /// <summary>A step of synchronisation: what I know, what you lack, what is new.</summary>
    Sync = 0,

    /// <summary>Who is here, and where their carets are.</summary>
    Awareness = 1,

    /// <summary>Sign-in to a document, and its answer.</summary>
    Authentication = 2,

    /// <summary>Asks for everybody's awareness. No body.</summary>
    AwarenessQuery = 3,

    /// <summary>A step of synchronisation that must not be answered with another first step.</summary>
    SyncReply = 4,

    /// <summary>A text for the program behind the document.</summary>
    Stateless = 5,

    /// <summary>A text for everybody at the document.</summary>
    StatelessBroadcast = 6,

    /// <summary>From a client: I leave this document; the connection stays. From the server: the reason.</summary>
    Close = 7,

    /// <summary>Answers one second step or update: taken or refused.</summary>
    SyncStatus = 8,

    /// <summary>Is the other side there? No body.</summary>
    Ping = 9,

    /// <summary>Answers a ping. No body.</summary>
    Pong = 10,
}
