using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Jobs;

/// <summary>The payload of a reminding: whom; nobody named means all that are due.</summary>
public sealed record ReminderTask(ImmutableArray<UnitId> Units);
