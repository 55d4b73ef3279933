using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>
/// A comment or suggestion in a draft that is written together, replaced whole in commits of the document's stream. Its
/// place is two relative positions of Yjs, which move with the letters around them, and the letters that stood there.
/// </summary>
public sealed record DraftThreadRow : IRow
{
    public required DocumentId Document { get; init; }

    public required ThreadId Thread { get; init; }

    public required ThreadKind Kind { get; init; }

    public required DraftThreadState State { get; init; }

    /// <summary>The begin of its place: a relative position as Yjs encodes it, at most 64 bytes. Nobody but editors reads it.</summary>
    public required byte[] Start { get; init; }

    /// <summary>The end of its place, likewise.</summary>
    public required byte[] End { get; init; }

    /// <summary>What stood there when it was opened, letter for letter; empty where a suggestion only adds.</summary>
    public required string Quote { get; init; }

    /// <summary>What a suggestion puts there; empty where it only takes away, null for a comment.</summary>
    public string? Replacement { get; init; }

    /// <summary>The round of review in which it was opened.</summary>
    public required int Round { get; init; }

    public required OfficialId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many entries it has.</summary>
    public required int Entries { get; init; }

    /// <summary>The document's position at which it last changed.</summary>
    public required long Position { get; init; }
}
