using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>What changes: one fact of the organisation, one of each account concerned, and the rows afterwards.</summary>
public sealed record StaffDecision(Fact Fact, ImmutableArray<StreamAppend> Accounts, ImmutableArray<IRow> Rows);
