namespace PartyRealtime.Contracts.Documents;

/// <summary>Voids the number with its reason; it is never reused.</summary>
[GenerateSerializer, Immutable, Alias("void-number")]
public sealed record VoidNumber([property: Id(0)] string Reason, [property: Id(1)] bool BodyStays) : DocumentRequest;
