namespace PartyRealtime.Storage.Files;

/// <summary>What became of bytes that were sent for an upload in parts.</summary>
public enum Appended
{
    /// <summary>They are durable.</summary>
    Durable = 1,

    /// <summary>The upload stands elsewhere, or somebody else is writing to it; nothing was written.</summary>
    Elsewhere = 2,

    /// <summary>There is no such upload, or no more.</summary>
    Missing = 3,
}
