using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>Which node holds the grain of the draft that people type in.</summary>
internal static class DraftHolder
{
    private const string Commands = "commits_batch_size_count";

    /// <summary>A job or a lease that is written in between spoils one look, not each of them: each is twice as long as the last.</summary>
    private const int LooksMax = 4;

    /// <summary>
    /// A grain's words are committed by the writer of its own node, and hardly anything else is written meanwhile: the holder
    /// is the node that committed nearly all of the next so many words.
    /// </summary>
    public static async Task<int> Find(OfficeCluster cluster, Editors editors, int letters, TimeSpan max)
    {
        var made = await Made(cluster, editors, letters, max);
        for (var looks = 1; made.Max() <= 0.8 * made.Sum() && looks < LooksMax; looks++)
            made = await Made(cluster, editors, letters *= 2, max);
        Assert.True(made.Max() > 0.8 * made.Sum(), $"Nobody wrote alone: {string.Join(", ", made)} commits.");
        return made.IndexOf(made.Max());
    }

    /// <summary>What each node has committed while so many words were typed.</summary>
    private static async Task<List<double>> Made(OfficeCluster cluster, Editors editors, int letters, TimeSpan max)
    {
        var before = await Commits(cluster);
        await editors.Do("untilTyped", new() { ["letters"] = letters, ["milliseconds"] = max.TotalMilliseconds });
        var after = await Commits(cluster);
        return after.Zip(before, (now, then) => now - then).ToList();
    }

    private static async Task<IReadOnlyList<double>> Commits(OfficeCluster cluster) =>
        await Task.WhenAll(Enumerable.Range(0, OfficeCluster.Nodes).Select(node => Metric.Read(cluster.Metrics(node), Commands)));
}
