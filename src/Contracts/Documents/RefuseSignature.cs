namespace PartyRealtime.Contracts.Documents;

/// <summary>Back to the author with a reason; a new round begins.</summary>
[GenerateSerializer, Immutable, Alias("refuse-signature")]
public sealed record RefuseSignature([property: Id(0)] string Reason) : DocumentRequest;
