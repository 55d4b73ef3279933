using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// Three nodes of a former version, replaced one by one by this one while people work. The former one is built from the
/// tree's history, which a shallow clone lacks: <c>./check upgrade</c> does that and says where it is.
/// </summary>
[Collection(ClusterCollection.Name)]
public sealed class UpgradeTests(PostgreSqlServer database, ITestOutputHelper output)
{
    private const int Notes = 300;

    [Fact(Explicit = true)]
    public async Task Nodes_are_replaced_by_the_next_version_one_by_one_and_nobody_fails()
    {
        var former = Environment.GetEnvironmentVariable("PARTYREALTIME_FORMER");
        Assert.SkipWhen(string.IsNullOrEmpty(former), "No former version was built: ./check upgrade builds one.");
        await using var cluster = new OfficeCluster(database) { Program = former, BeginsEmpty = true };
        await cluster.InitializeAsync();
        using var office = new Desks(cluster);
        await office.SignIn();
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(Notes);
        var (old, scripts, exits, at) = (await office.Versions(), await Scripts(cluster), new List<int>(), traffic.Now);
        var seen = new List<string> { Words(old) };

        cluster.Program = ServerProcess.Built;
        for (var node = 0; node < OfficeCluster.Nodes; node++)
        {
            exits.Add((await cluster.Drain(node)).Exit);
            await traffic.Acknowledged(Notes);
            await cluster.Mend();
            seen.Add(Words(await office.Versions()));
            await office.Issue();
            await traffic.Acknowledged(Notes);
        }

        var outage = Outage.Of(traffic.History, at, traffic.Now);
        var (now, scriptsNow) = (await office.Versions(), await Scripts(cluster));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"three nodes replaced one by one: served by {string.Join(", then ", seen)}; schema scripts {scripts} before, {scriptsNow} after; {outage}"));
        (await traffic.End()).AssertSound();
        Assert.All(exits, exit => Assert.Equal(0, exit));
        Assert.Equal(OfficeCluster.Nodes, now.Count);
        Assert.Empty(now.Intersect(old, StringComparer.Ordinal));
        Assert.Contains(seen, both => both.Contains(" and ", StringComparison.Ordinal));
        Assert.True(outage.SendsMax <= 2, $"A note was sent {outage.SendsMax} times: one retry must do.");
    }

    private static string Words(IReadOnlyList<string> versions) => string.Join(
        " and ", versions.GroupBy(version => version, StringComparer.Ordinal).Select(same => string.Create(CultureInfo.InvariantCulture, $"{same.Count()} of {same.Key}")));

    private static async Task<long> Scripts(OfficeCluster cluster) => (await cluster.Query<long>("SELECT count(*) FROM schemaversions"))[0];

    /// <summary>People at every node, so that what one version wrote is read and acted on by the other.</summary>
    private sealed class Desks(OfficeCluster cluster) : IDisposable
    {
        private readonly ClusterDesk[] _desks = [.. Enumerable.Range(0, OfficeCluster.Nodes).Select(node => new ClusterDesk(cluster, node))];
        private string _clerk = "", _leader = "", _operator = "";

        public async Task SignIn()
        {
            (_clerk, _leader) = (await _desks[0].SignIn("clerk.tw"), await _desks[0].SignIn("leader.tw"));
            _operator = await _desks[0].SignIn("operator");
        }

        /// <summary>A document by way of each node, to everybody.</summary>
        public async Task Issue()
        {
            foreach (var desk in _desks)
                await desk.Issued(_clerk, _leader);
        }

        /// <summary>The versions of the nodes that are ready, as the operators' page has them.</summary>
        public async Task<IReadOnlyList<string>> Versions() =>
        [
            .. (await _desks[^1].Read(_operator, "/api/operator/nodes")).GetProperty("nodes").EnumerateArray()
                .Where(node => node.GetProperty("state").GetString() == "ready")
                .Select(node => node.GetProperty("figures").GetProperty("version").GetString()!),
        ];

        public void Dispose()
        {
            foreach (var desk in _desks)
                desk.Dispose();
        }
    }
}
