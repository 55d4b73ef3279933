using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A file attached to a version of a document.</summary>
public sealed record DocumentFileRow : IRow
{
    public required DocumentId Document { get; init; }

    public required int Version { get; init; }

    /// <summary>From 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required long SizeBytes { get; init; }

    public required string MediaType { get; init; }
}
