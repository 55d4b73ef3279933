namespace PartyRealtime.Contracts.Documents;

/// <summary>Content (leader) or form (clerk) is in order. Both locked the body: it goes to signature.</summary>
[GenerateSerializer, Immutable, Alias("clear-document")]
public sealed record ClearDocument() : DocumentRequest;
