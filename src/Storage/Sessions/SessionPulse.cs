namespace PartyRealtime.Storage.Sessions;

/// <summary>The part of a session that is looked at again every few seconds.</summary>
public sealed record SessionPulse
{
    /// <summary>SHA-256 of the token.</summary>
    public required byte[] Id { get; init; }

    /// <summary>The version of the official's rights.</summary>
    public required long Stamp { get; init; }
}
