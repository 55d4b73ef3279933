using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;
using StackExchange.Redis;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>The same by Redis, and what becomes of it when Redis goes, comes late, or says what no node said.</summary>
public sealed class RedisPushBus(RedisPushNodes fixture) : PushBusSuite, IClassFixture<RedisPushNodes>
{
    private const string Redis = "redis";

    private const string Orleans = "orleans";

    private protected override PushNodes Nodes => fixture.Nodes;

    private protected override string Way => Redis;

    [Fact]
    public async Task Redis_killed_and_started_again_has_the_hints_again_by_itself_and_each_comes_once()
    {
        var seat = Nodes.NewSeat();
        Nodes[1].Follow(seat);
        await Nodes.KnownEverywhere(Nodes[1]);
        await fixture.Redis.Kill();
        Nodes[0].Publish(seat);
        Assert.True(await Nodes[1].Arrivals.Came(seat, 1, PushNodes.Patience));
        await Nodes.GoBy(Orleans);
        await fixture.Redis.Again();
        await Nodes.GoBy(Redis);
        Assert.Equal([1], Nodes[1].Arrivals.Of(seat));
        var last = 1L;
        await Undisturbed(async () =>
        {
            List<long> before = [.. Nodes[1].Arrivals.Of(seat)];
            Nodes[0].Publish(seat, ++last);
            Assert.True(await Nodes[1].Arrivals.Came(seat, before.Count + 1, PushNodes.Patience));
            await Nodes.KnownEverywhere(Nodes[1]);
            Assert.Equal([.. before, last], Nodes[1].Arrivals.Of(seat));
        });
    }

    /// <summary>It answers nobody and refuses nobody; what it had taken by then may come a second time, when it wakes.</summary>
    [Fact]
    public async Task A_hung_Redis_holds_no_hint_for_longer_than_it_is_waited_for()
    {
        var seat = Nodes.NewSeat();
        Nodes[1].Follow(seat);
        await Nodes.KnownEverywhere(Nodes[1]);
        fixture.Redis.Suspend();
        Nodes[0].Publish(seat);
        Assert.True(await Nodes[1].Arrivals.Came(seat, 1, PushNodes.Patience));
        fixture.Redis.Resume();
        await Nodes.GoBy(Redis);
    }

    /// <summary>Each failed try to subscribe once left a reader behind: an hour without Redis, and every hint was taken 3,600 times.</summary>
    [Fact]
    public async Task Nodes_that_began_without_Redis_find_it_when_it_comes_and_take_each_hint_once()
    {
        await using var late = await RedisServer.Start();
        await late.Kill();
        await using var nodes = await PushNodes.Start(2, PushLinkKind.Redis, late.Address);
        await nodes.GoBy(Orleans);
        await late.Again();
        await nodes.GoBy(Redis);
        await BusTries.Undisturbed(
            async () =>
            {
                var seat = nodes.NewSeat();
                nodes[1].Follow(seat);
                await nodes.KnownEverywhere(nodes[1]);
                nodes[0].Publish(seat);
                nodes[0].Publish(seat, 2);
                Assert.True(await nodes[1].Arrivals.Came(seat, 2, PushNodes.Patience));
                await nodes.KnownEverywhere(nodes[1]);
                Assert.Equal([1, 2], nodes[1].Arrivals.Of(seat));
            },
            () => nodes.Aside(Redis));
    }

    [Fact]
    public async Task What_is_no_hint_is_counted_and_harms_nothing()
    {
        var serializer = Nodes[0].Services.GetRequiredService<Serializer<ImmutableArray<PushEnvelope>>>();
        byte[][] poison =
        [
            [],
            Encoding.UTF8.GetBytes("không phải tin báo"),
            serializer.SerializeToArray([null!]),
            serializer.SerializeToArray([new PushEnvelope(default, default, default)]),
            serializer.SerializeToArray([new PushEnvelope(default, [null!], [])]),
        ];
        var before = Nodes.All.Select(node => node.Tally.Of("push.unreadable")).ToList();
        await using (var redis = await ConnectionMultiplexer.ConnectAsync(fixture.Redis.Address))
        {
            foreach (var channel in redis.GetServers().Single().SubscriptionChannels(RedisChannel.Pattern("*:push:*")))
            {
                foreach (var message in poison)
                    await redis.GetSubscriber().PublishAsync(channel, message);
            }
        }

        var seat = Nodes.NewSeat();
        foreach (var node in Nodes.All)
            node.Follow(seat);
        foreach (var node in Nodes.All)
            await Nodes.KnownEverywhere(node);
        Nodes[0].Publish(seat);
        foreach (var node in Nodes.All)
            Assert.True(await node.Arrivals.Came(seat, 1, PushNodes.Patience));
        Assert.All(Nodes.All, node => Assert.Equal(0, node.Arrivals.Broken));
        Assert.Equal(before.Select(count => count + poison.Length), Nodes.All.Select(node => node.Tally.Of("push.unreadable")));
    }
}
