namespace PartyRealtime.Contracts.Documents;

/// <summary>Back to the author with a reason; a new round begins.</summary>
[GenerateSerializer, Immutable, Alias("return-draft")]
public sealed record ReturnDraft([property: Id(0)] string Reason) : DocumentRequest;
