using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>What one person said or decided in a thread; written once, with its fact.</summary>
public sealed record DraftThreadEntryRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>The document's position that its fact took: entries of a document are in this order.</summary>
    public required long Position { get; init; }

    public required ThreadEntryId Id { get; init; }

    public required ThreadId Thread { get; init; }

    public required ThreadEntryKind Kind { get; init; }

    public required OfficialId By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>At most 1,000 characters in NFC; empty for a decision or a suggestion without a word.</summary>
    public required string Text { get; init; }
}
