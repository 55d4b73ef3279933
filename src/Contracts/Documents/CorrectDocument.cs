namespace PartyRealtime.Contracts.Documents;

/// <summary>An issued official letter of the same body corrects the form of this document, which stays in force.</summary>
[GenerateSerializer, Immutable, Alias("correct-document")]
public sealed record CorrectDocument([property: Id(0)] DocumentId Letter) : DocumentRequest;
