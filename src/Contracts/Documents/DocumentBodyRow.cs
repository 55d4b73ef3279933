using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents;

/// <summary>One version of a document's body; written once, never changed.</summary>
public sealed record DocumentBodyRow : IRow
{
    public required DocumentId Document { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>NFC, at most 500,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the UTF-8 text; where there is <see cref="Content"/>, of that.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The body as ProseMirror JSON, of a document that was written together; null for one that has text alone.</summary>
    public string? Content { get; init; }
}
