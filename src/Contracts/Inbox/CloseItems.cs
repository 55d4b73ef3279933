using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>Asks to close notes, for-information items, returned deliveries and returned steps.</summary>
/// <param name="Items">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("close-items")]
public sealed record CloseItems([property: Id(0)] ImmutableArray<ItemKey> Items);
