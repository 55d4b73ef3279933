using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>An item of a seat that the person holds, with everything that a change to it has to carry.</summary>
public sealed record HeldItem(ItemKey Key, Box Box, ImmutableArray<OfficialId> ReadBy, ItemContent Content);
