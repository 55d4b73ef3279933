using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Where seats stand, within the epoch. A seat without a head is left out.</summary>
public sealed record SeatHeads(string Epoch, ImmutableArray<SeatPosition> Heads);
