using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>The identity of an inbox item: at most one item per seat, subject and reason, ever.</summary>
/// <param name="Seat">Whose inbox.</param>
/// <param name="Subject">The delivery, step, document, note or word in a draft that the item is about.</param>
/// <param name="Reason">Why it is there.</param>
[GenerateSerializer, Immutable, Alias("item-key")]
public readonly record struct ItemKey([property: Id(0)] SeatId Seat, [property: Id(1)] Guid Subject, [property: Id(2)] Reason Reason);
