using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Begins a draft. The document's id follows from the command.</summary>
/// <param name="Seat">The seat that it is written from.</param>
/// <param name="Draft">What the author writes; of a document that is written together the body is empty.</param>
/// <param name="Together">Several people write the text at the same time, in the draft's log.</param>
[GenerateSerializer, Immutable, Alias("compose-document")]
public sealed record ComposeDocument([property: Id(0)] SeatId Seat, [property: Id(1)] DocumentDraft Draft, [property: Id(2)] bool Together = false) : DocumentRequest;
