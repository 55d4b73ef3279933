using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Grains.Sessions;

/// <summary>What a session act writes.</summary>
internal sealed record SessionDecision(ImmutableArray<Fact> Facts, ImmutableArray<IRow> Rows);
