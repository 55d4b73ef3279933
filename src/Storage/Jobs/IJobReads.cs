using System.Collections.Immutable;
using PartyRealtime.Contracts.Jobs;

namespace PartyRealtime.Storage.Jobs;

/// <summary>The durable queue.</summary>
public interface IJobReads
{
    /// <summary>Jobs that are not finished, oldest first, at most <paramref name="max"/>.</summary>
    Task<ImmutableArray<JobRow>> Open(int max, CancellationToken cancellation = default);

    /// <summary>The job; null when there is none.</summary>
    Task<JobRow?> Find(JobId id, CancellationToken cancellation = default);
}
