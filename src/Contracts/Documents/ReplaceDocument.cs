namespace PartyRealtime.Contracts.Documents;

/// <summary>Another issued document of the same body and type takes the place of this one.</summary>
[GenerateSerializer, Immutable, Alias("replace-document")]
public sealed record ReplaceDocument([property: Id(0)] DocumentId By) : DocumentRequest;
