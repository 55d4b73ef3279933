using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>The push that carries inbox changes; the positions of one seat are contiguous.</summary>
public sealed record InboxChanged(string Epoch, ImmutableArray<CommittedInboxChange> Changes);
