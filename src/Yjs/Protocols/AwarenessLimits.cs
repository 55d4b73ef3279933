namespace PartyRealtime.Yjs.Protocols;

/// <summary>What of an awareness update is read at all. An update beyond is malformed.</summary>
public sealed record AwarenessLimits
{
    public static AwarenessLimits Default { get; } = new();

    /// <summary>Clients named in one update; somebody who joins sends what he knows of everybody.</summary>
    public int ClientsMax { get; init; } = 1_000;

    /// <summary>Bytes of one client's state.</summary>
    public int StateBytesMax { get; init; } = 1_024;
}
