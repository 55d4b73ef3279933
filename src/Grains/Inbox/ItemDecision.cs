using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Grains.Inbox;

/// <summary>What an act on items of an inbox writes.</summary>
internal sealed record ItemDecision(Fact Fact, ImmutableArray<InboxChange> Changes);
