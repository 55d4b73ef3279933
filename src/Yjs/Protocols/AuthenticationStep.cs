namespace PartyRealtime.Yjs.Protocols;

/// <summary>What a frame of authentication says.</summary>
public enum AuthenticationStep
{
    /// <summary>From a client: its token, and the version of its program. From a server, empty: send the token again.</summary>
    Token = 0,

    /// <summary>From a server: no, with a reason.</summary>
    PermissionDenied = 1,

    /// <summary>From a server: yes, with what the client may do ("read-write" or "readonly").</summary>
    Authenticated = 2,
}
