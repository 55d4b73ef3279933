using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Nodes;

namespace PartyRealtime.WireTests.Operators;

/// <summary>Where grains live before and after their node was told to stop.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class GrainMoveTests(PostgreSqlServer server, ITestOutputHelper output)
{
    private const int Grains = 12;

    /// <summary>What the move may cost whoever calls the grain next.</summary>
    private static readonly TimeSpan MovedMax = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Grains_of_a_node_that_stops_live_on_the_other_one_with_their_next_call()
    {
        await using var first = await ClusterNode.Start(server);
        var second = await first.Join("node-2");
        var (stays, leaves) = (AddressOf(first), AddressOf(second));
        var keys = await On(first, leaves);

        var before = await Task.WhenAll(keys.Select(key => Where(first, key)));
        await second.DisposeAsync();
        var between = await Task.WhenAll(keys.Select(key => Where(first, key)));
        var called = new List<TimeSpan>();
        foreach (var key in keys)
        {
            var began = TimeProvider.System.GetTimestamp();
            await Call(first, key);
            called.Add(TimeProvider.System.GetElapsedTime(began));
        }

        var after = await Task.WhenAll(keys.Select(key => Where(first, key)));
        output.WriteLine(
            $"{keys.Count} grains were on {leaves}; when it was gone {between.Count(stays.Equals)} were on {stays}, after one call each all; the slowest call took {called.Max().TotalMilliseconds:0} ms");
        Assert.All(before, address => Assert.Equal(leaves, address));
        Assert.DoesNotContain(leaves, between);
        Assert.All(after, address => Assert.Equal(stays, address));
        // What hangs on the node that is gone hangs for every call; one alone may wait for a busy machine.
        Assert.InRange(called.Order().ElementAt(called.Count / 2), TimeSpan.Zero, MovedMax);
    }

    /// <summary>Drafts that were placed on this node; where one comes to live is chance.</summary>
    private static async Task<IReadOnlyList<Guid>> On(ClusterNode caller, SiloAddress node)
    {
        var found = new List<Guid>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (found.Count < Grains)
        {
            limit.Token.ThrowIfCancellationRequested();
            var key = Guid.NewGuid();
            await Call(caller, key);
            if (node.Equals(await Where(caller, key)))
                found.Add(key);
        }

        return found;
    }

    private static async Task Call(ClusterNode node, Guid key) => await Draft(node, key).Diff([0]);

    private static async Task<SiloAddress?> Where(ClusterNode node, Guid key) =>
        await Factory(node).GetGrain<IManagementGrain>(0).GetActivationAddress(Draft(node, key));

    private static IDraftingGrain Draft(ClusterNode node, Guid key) => Factory(node).GetGrain<IDraftingGrain>(key);

    private static IGrainFactory Factory(ClusterNode node) => node.Node.Services.GetRequiredService<IGrainFactory>();

    private static SiloAddress AddressOf(ClusterNode node) => node.Node.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress;
}
