using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>Asks to mark items as read by the sender.</summary>
/// <param name="Items">1 to 100.</param>
[GenerateSerializer, Immutable, Alias("mark-items-read")]
public sealed record MarkItemsRead([property: Id(0)] ImmutableArray<ItemKey> Items);
