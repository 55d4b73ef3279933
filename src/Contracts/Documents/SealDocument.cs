namespace PartyRealtime.Contracts.Documents;

/// <summary>The organisation's seal, after the personal signature.</summary>
[GenerateSerializer, Immutable, Alias("seal-document")]
public sealed record SealDocument() : DocumentRequest;
