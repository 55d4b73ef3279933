using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Inbox;

/// <summary>An item with everything that a change to it has to carry.</summary>
public sealed record StoredItem(ItemKey Key, Box Box, ImmutableArray<OfficialId> ReadBy, ItemContent Content);
