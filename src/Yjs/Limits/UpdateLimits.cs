namespace PartyRealtime.Yjs.Limits;

/// <summary>What a document takes from somebody. All of it is looked at before anything is changed.</summary>
public sealed record UpdateLimits
{
    /// <summary>For updates of people who are connected.</summary>
    public static UpdateLimits Default { get; } = new();

    /// <summary>For what the server itself stored: only what no memory could hold is refused.</summary>
    public static UpdateLimits Stored { get; } = new()
    {
        UpdateBytesMax = int.MaxValue,
        StructUnitsMax = int.MaxValue,
        PendingStructsMax = int.MaxValue,
        PendingDeletionsMax = int.MaxValue,
        ClockJumpMax = long.MaxValue,
        ClientsMax = int.MaxValue,
        DocumentBytesMax = long.MaxValue,
        ComparisonsMax = long.MaxValue,
        // Readers walk nested types by calls inside calls: this depth fits a thread's stack with room to spare.
        NestingMax = 2_000,
        TakesOddForms = true,
    };

    /// <summary>Bytes of one update.</summary>
    public int UpdateBytesMax { get; init; } = 1_000_000;

    /// <summary>Units (UTF-16 units of text, values of an array) of one struct.</summary>
    public int StructUnitsMax { get; init; } = 1_000_000;

    /// <summary>Structs of a document that wait for others, all clients together.</summary>
    public int PendingStructsMax { get; init; } = 1_000;

    /// <summary>Ranges of deletions that wait for what they delete.</summary>
    public int PendingDeletionsMax { get; init; } = 1_000;

    /// <summary>Units between what is known of a client and what an update says of it.</summary>
    public long ClockJumpMax { get; init; } = 100_000;

    /// <summary>Clients that ever wrote in the document; every opened editor is one.</summary>
    public int ClientsMax { get; init; } = 20_000;

    /// <summary>Types inside each other; a root has depth 0.</summary>
    public int NestingMax { get; init; } = 200;

    /// <summary>UTF-16 units of the name of a root, a key, an attribute or a tag.</summary>
    public int NameUnitsMax { get; init; } = 1_000;

    /// <summary>About so many bytes of content in memory.</summary>
    public long DocumentBytesMax { get; init; } = 20_000_000;

    /// <summary>
    /// Items that those of one update may be compared with where several were written at one place at once, about 30 ns each.
    /// People need a few; an item that comes when they are used up is taken as one without a place: only its clocks are kept.
    /// </summary>
    public long ComparisonsMax { get; init; } = 10_000_000;

    /// <summary>
    /// Whether runs and deletions of no units, and clients that are named twice or for nothing, are taken instead of refused.
    /// No client makes them, and real Yjs reads them otherwise: it breaks off at such a deletion and leaves out those behind
    /// it, and of a client it takes what it is told last.
    /// </summary>
    public bool TakesOddForms { get; init; }

    /// <summary>The roots that may be written to; null allows any.</summary>
    public IReadOnlySet<string>? RootNames { get; init; }
}
