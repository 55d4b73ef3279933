namespace PartyRealtime.Contracts.Documents;

/// <summary>Asks every recipient to cancel its copy, with the reason that each of them reads. It cannot be taken back.</summary>
[GenerateSerializer, Immutable, Alias("recall-document")]
public sealed record RecallDocument([property: Id(0)] string Reason) : DocumentRequest;
