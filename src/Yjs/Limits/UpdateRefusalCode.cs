namespace PartyRealtime.Yjs.Limits;

/// <summary>Why an update is not taken. Nothing of a refused update reaches the document.</summary>
public enum UpdateRefusalCode
{
    /// <summary>The bytes are no update, or say what no client could have made.</summary>
    Malformed,

    /// <summary>More bytes than <see cref="UpdateLimits.UpdateBytesMax"/>.</summary>
    UpdateTooLarge,

    /// <summary>One run of units is longer than <see cref="UpdateLimits.StructUnitsMax"/>.</summary>
    StructTooLong,

    /// <summary>A key, an attribute's or a tag's name is longer than <see cref="UpdateLimits.NameUnitsMax"/>.</summary>
    NameTooLong,

    /// <summary>A root that is not among <see cref="UpdateLimits.RootNames"/>.</summary>
    RootUnknown,

    /// <summary>Content or a deletion further ahead of what is known of its client than <see cref="UpdateLimits.ClockJumpMax"/>.</summary>
    ClockTooFarAhead,

    /// <summary>More structs, or ranges of deletions, would wait for others than the limits allow.</summary>
    PendingTooMany,

    /// <summary>More clients than <see cref="UpdateLimits.ClientsMax"/> would have written in the document.</summary>
    ClientsTooMany,

    /// <summary>Types inside each other beyond <see cref="UpdateLimits.NestingMax"/>.</summary>
    NestingTooDeep,

    /// <summary>The document would weigh more than <see cref="UpdateLimits.DocumentBytesMax"/>. Deletions are still taken.</summary>
    DocumentTooLarge,
}
