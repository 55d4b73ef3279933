using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>Which node holds the grain of the draft that people type in.</summary>
internal static class DraftHolder
{
    private const string Commands = "commits_batch_size_count";

    /// <summary>
    /// A grain's words are committed by the writer of its own node, and nothing else is written meanwhile: the holder is the
    /// node that committed nearly all of the next so many words.
    /// </summary>
    public static async Task<int> Find(OfficeCluster cluster, Editors editors, int letters, TimeSpan max)
    {
        var before = await Commits(cluster);
        await editors.Do("untilTyped", new() { ["letters"] = letters, ["milliseconds"] = max.TotalMilliseconds });
        var after = await Commits(cluster);
        var made = after.Zip(before, (now, then) => now - then).ToList();
        var holder = made.IndexOf(made.Max());
        Assert.True(made[holder] > 0.8 * made.Sum(), $"Nobody wrote alone: {string.Join(", ", made)} commits.");
        return holder;
    }

    private static async Task<IReadOnlyList<double>> Commits(OfficeCluster cluster) =>
        await Task.WhenAll(Enumerable.Range(0, OfficeCluster.Nodes).Select(node => Metric.Read(cluster.Metrics(node), Commands)));
}
