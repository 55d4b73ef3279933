namespace PartyRealtime.Contracts.Documents;

/// <summary>Changes a draft. Refused when the draft moved past the expected position.</summary>
[GenerateSerializer, Immutable, Alias("revise-document")]
public sealed record ReviseDocument([property: Id(0)] DocumentDraft Draft, [property: Id(1)] long ExpectedPosition) : DocumentRequest;
