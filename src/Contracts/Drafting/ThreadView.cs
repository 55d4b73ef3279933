using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A thread as one person sees it.</summary>
public sealed record ThreadView
{
    public required ThreadId Id { get; init; }

    public required ThreadKind Kind { get; init; }

    public required DraftThreadState State { get; init; }

    /// <summary>The begin of its place: a relative position as Yjs encodes it.</summary>
    public required byte[] Start { get; init; }

    /// <summary>The end of its place.</summary>
    public required byte[] End { get; init; }

    /// <summary>What stood there when it was opened, letter for letter.</summary>
    public required string Quote { get; init; }

    /// <summary>What a suggestion puts there; null for a comment.</summary>
    public string? Replacement { get; init; }

    /// <summary>The round of review in which it was opened.</summary>
    public required int Round { get; init; }

    /// <summary>The document's position at which it last changed.</summary>
    public required long Position { get; init; }

    /// <summary>What the person may settle it as now.</summary>
    public required ImmutableArray<ThreadEntryKind> Actions { get; init; }

    /// <summary>All that was said and decided, the oldest first.</summary>
    public required ImmutableArray<ThreadEntryView> Entries { get; init; }
}
