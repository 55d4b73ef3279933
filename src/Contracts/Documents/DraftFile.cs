namespace PartyRealtime.Contracts.Documents;

/// <summary>A file the author names: an own upload, or a file the document has already.</summary>
/// <param name="Hash">SHA-256, lower-case hex.</param>
/// <param name="Name">The name to show.</param>
[GenerateSerializer, Immutable, Alias("draft-file")]
public sealed record DraftFile([property: Id(0)] string Hash, [property: Id(1)] string Name);
