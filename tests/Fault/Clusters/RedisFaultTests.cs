using System.Diagnostics;
using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.Processes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What happens to a Redis that carries hints and holds the members, and to nodes that find each other by it.</summary>
[Collection(ClusterCollection.Name)]
public sealed class RedisFaultTests(RedisOffice office, PostgreSqlServer database, ITestOutputHelper output) : IClassFixture<RedisOffice>
{
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Empty = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SeenMax = TimeSpan.FromMinutes(2);

    private readonly OfficeCluster _cluster = office.Cluster;

    [Fact]
    public async Task Redis_killed_in_the_middle_loses_and_delays_nothing_and_has_the_hints_again_when_it_is_back()
    {
        await using var traffic = await NoteTraffic.Start(_cluster, new Dice());
        await traffic.Acknowledged(600);
        Assert.True(await office.Sent("redis") > 0, "No hint went by Redis.");
        var (at, before) = (traffic.Now, await office.Sent("orleans"));
        await office.Redis.Kill();
        await traffic.Acknowledged(600);
        var outage = Outage.Of(traffic.History, at, traffic.Now);
        Assert.True(await office.Sent("orleans") > before, "No hint went by the calls between silos.");
        await Round.Directive(_cluster);
        await Round.Draft(_cluster, _cluster.Urls[1], _cluster.Urls[2], output);
        var byRedis = await office.Sent("redis");
        await office.Redis.Again();
        var back = await Until(async () => await office.Sent("redis") > byRedis);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Redis killed: {outage}; hints went by it again {back.TotalSeconds:0.0} s after it was back"));
        (await traffic.End()).AssertSound();
    }

    [Fact]
    public async Task A_node_that_is_killed_is_declared_dead_by_way_of_Redis_and_is_a_member_again_when_it_was_started()
    {
        using var desk = new ClusterDesk(_cluster, 0);
        var me = await desk.SignIn("operator");
        await using var traffic = await NoteTraffic.Start(_cluster, new Dice());
        await traffic.Acknowledged(300);
        await _cluster.Kill(1);
        var dead = await Until(async () => await desk.State(me, 1) == "declaredDead");
        await traffic.Acknowledged(100);
        await _cluster.Mend();
        var back = await Until(async () => await desk.State(me, 1) == "ready");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"members in Redis: declared dead {dead.TotalSeconds:0.0} s after the kill, ready {back.TotalSeconds:0.0} s after its start"));
        (await traffic.End()).AssertSound();
        Assert.Equal(0, await _cluster.Dead());
    }

    [Fact]
    public async Task A_Redis_that_answers_nobody_for_5_s_ends_no_node_and_delays_no_note()
    {
        using var desk = new ClusterDesk(_cluster, 0);
        var me = await desk.SignIn("operator");
        await using var traffic = await NoteTraffic.Start(_cluster, new Dice());
        await traffic.Acknowledged(300);
        var at = traffic.Now;
        office.Redis.Suspend();
        await NoteTraffic.For(Away);
        office.Redis.Resume();
        await traffic.Acknowledged(300);
        output.WriteLine($"Redis hung for {Away.TotalSeconds:0} s: {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await desk.Says(me, node, "ready");
    }

    /// <summary>Members are not written anew by those who are in already; docs/operations.md says what to do.</summary>
    [Fact(Explicit = true)]
    public async Task A_Redis_that_comes_back_empty_declares_nobody_dead_any_more_until_all_nodes_were_started_again()
    {
        await using var redis = await RedisServer.Start();
        await using var lost = new OfficeCluster(database) { Options = ["--membership", "redis", "--redis", redis.Address] };
        await lost.InitializeAsync();
        using var desk = new ClusterDesk(lost, 0);
        var me = await desk.SignIn("operator");
        await using var traffic = await NoteTraffic.Start(lost, new Dice());
        await traffic.Acknowledged(300);
        await redis.Kill();
        await redis.Again();
        await NoteTraffic.For(Empty);
        await traffic.Acknowledged(300);
        await lost.Kill(2);
        await NoteTraffic.For(Empty);
        Assert.Equal("notAnswering", await desk.State(me, 2));
        await Task.WhenAll(lost.Drain(0), lost.Drain(1));
        await lost.Mend();
        for (var node = 0; node < OfficeCluster.Nodes; node++)
            await Until(async () => await desk.State(me, node) == "ready");
        await traffic.Acknowledged(300);
        (await traffic.End()).AssertSound();
    }

    private static async Task<TimeSpan> Until(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < SeenMax, "It did not come to that.");
            await timer.WaitForNextTickAsync();
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
