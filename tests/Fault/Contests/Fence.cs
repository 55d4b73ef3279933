using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>What kept two deciders apart, as a node counts it for its operators.</summary>
internal static class Fence
{
    /// <summary>A node reckons its metrics anew after 0.3 s.</summary>
    public static readonly TimeSpan Scrape = TimeSpan.FromMilliseconds(400);

    /// <summary>Writes of the node that were refused because somebody else had moved their stream since they were decided on.</summary>
    public static Task<double> Lost(Uri metrics, CancellationToken cancellation = default) =>
        Metric.Read(metrics, "commits_outcomes_total", "outcome=\"position-lost\"", cancellation);
}
