using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Begins a draft. The document's id follows from the command.</summary>
[GenerateSerializer, Immutable, Alias("compose-document")]
public sealed record ComposeDocument([property: Id(0)] SeatId Seat, [property: Id(1)] DocumentDraft Draft) : DocumentRequest;
