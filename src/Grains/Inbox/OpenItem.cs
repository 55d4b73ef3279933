using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Grains.Inbox;

/// <summary>An item that a state implies: where it is and what it shows.</summary>
internal sealed record OpenItem(ItemKey Key, Box Box, ItemContent Content);
