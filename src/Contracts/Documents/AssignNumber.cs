namespace PartyRealtime.Contracts.Documents;

/// <summary>Takes the next number of the document's register.</summary>
/// <param name="Pages">How many pages one copy has, for the register; null where nobody counted them.</param>
/// <param name="Copies">How many copies are issued.</param>
[GenerateSerializer, Immutable, Alias("assign-number")]
public sealed record AssignNumber([property: Id(0)] int? Pages = null, [property: Id(1)] int? Copies = null) : DocumentRequest;
