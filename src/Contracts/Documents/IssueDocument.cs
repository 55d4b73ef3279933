using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Freezes the recipient set and sends. Selectors as the recipient tree gives them; the number of units is confirmed by the person.</summary>
[GenerateSerializer, Immutable, Alias("issue-document")]
public sealed record IssueDocument([property: Id(0)] ImmutableArray<string> Recipients, [property: Id(1)] ImmutableArray<string> Except, [property: Id(2)] int ConfirmUnits) : DocumentRequest;
