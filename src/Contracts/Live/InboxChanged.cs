using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Contracts.Live;

/// <summary>Pushed: positions of the seats that a connection follows. Contiguous per seat within and across messages.</summary>
/// <param name="Epoch">The epoch of the positions.</param>
/// <param name="Changes">In the order of each seat's positions.</param>
public sealed record InboxChanged(string Epoch, ImmutableArray<CommittedInboxChange> Changes);
