using System.Collections.Immutable;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.Storage.Inbox;

/// <summary>Deadlines that have passed.</summary>
public interface IDueReads
{
    /// <summary>Open items whose last day was before <paramref name="today"/> and that are not marked overdue, oldest first.</summary>
    Task<ImmutableArray<HeldItem>> Passed(DateOnly today, int max, CancellationToken cancellation = default);
}
