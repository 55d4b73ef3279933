namespace PartyRealtime.Contracts.Documents;

/// <summary>Takes the next number of the document's register.</summary>
[GenerateSerializer, Immutable, Alias("assign-number")]
public sealed record AssignNumber() : DocumentRequest;
