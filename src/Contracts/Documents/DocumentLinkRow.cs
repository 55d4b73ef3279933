using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents;

/// <summary>One document's relation to an earlier one; written once, in the commit of both streams, and read from both ends.</summary>
public sealed record DocumentLinkRow : IRow
{
    /// <summary>The earlier document.</summary>
    public required DocumentId Document { get; init; }

    /// <summary>What replaces or corrects it.</summary>
    public required DocumentId By { get; init; }

    public required DocumentLinkKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }
}
