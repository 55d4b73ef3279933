using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Redis carries hints faster; nothing depends on it.</summary>
[Collection(ClusterCollection.Name)]
public sealed class RedisFaultTests(PostgreSqlServer database, ITestOutputHelper output)
{
    [Fact]
    public async Task Redis_killed_in_the_middle_and_for_the_rest_of_the_run_loses_and_delays_nothing()
    {
        await using var redis = await RedisServer.Start();
        await using var cluster = new OfficeCluster(database)
        {
            Options = ["--push", "redis", "--redis", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{redis.Port}")],
        };
        await cluster.InitializeAsync();
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(600);
        var at = traffic.Now;
        await redis.Kill();
        await traffic.Acknowledged(1_200);
        output.WriteLine($"Redis killed: {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
    }
}
