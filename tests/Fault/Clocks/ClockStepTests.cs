using System.Globalization;
using System.Net;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clocks;

/// <summary>One of three nodes whose clock is set an hour on and back while people work.</summary>
[Collection(ClusterCollection.Name)]
public sealed class ClockStepTests(ClockOffice office, ITestOutputHelper output) : IClassFixture<ClockOffice>
{
    private const int Odd = ClockOffice.Odd;

    private const int Notes = 300;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan SeenMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DeadMax = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EscalationMax = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task It_loses_doubles_and_misdates_nothing_throws_nobody_out_and_nobody_is_declared_dead()
    {
        await office.Together();
        var cluster = office.Cluster;
        using var desk = new ClusterDesk(cluster, Odd);
        var (clerk, leader) = (await desk.SignIn("clerk.tw"), await desk.SignIn("leader.tw"));
        var began = DateTimeOffset.UtcNow;
        await cluster.NobodyDies(output, () => Stepped(desk, clerk, leader));
        Assert.Equal(HttpStatusCode.OK, await desk.Status(clerk, "/api/session"));
        await Dated(cluster, began);
    }

    /// <summary>Its clock is set on, back, back and on while people work; who was dead before, and how long nothing ran at the longest.</summary>
    private async Task<(long Dead, TimeSpan StoodStill)> Stepped(ClusterDesk desk, string clerk, string leader)
    {
        var (cluster, clock) = (office.Cluster, office.Clock);
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(Notes);
        var (at, dead) = (traffic.Now, await cluster.Dead());
        foreach (var apart in new[] { Hour, TimeSpan.Zero, -Hour, TimeSpan.Zero })
        {
            clock.Set(apart);
            await Seen(desk.Node, apart);
            await desk.Issued(clerk, leader, urgency: "immediate");
            Assert.Equal(HttpStatusCode.OK, await desk.Status(await desk.SignIn("specialist.tw"), "/api/session"));
            await traffic.Acknowledged(Notes);
        }

        Say($"one clock of three set by +1 h, -1 h, -1 h, +1 h: {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
        return (dead, traffic.StoodStill(at, traffic.Now));
    }

    /// <summary>An hour ahead or behind, as the dice have it: each way takes half a minute.</summary>
    [Fact]
    public async Task While_it_is_apart_a_killed_node_is_missed_as_soon_and_the_node_itself_is_drained_and_starts_again()
    {
        var dice = new Dice();
        var hours = dice.Between(0, 1) == 0 ? 1 : -1;
        await office.Together();
        var (cluster, clock) = (office.Cluster, office.Clock);
        await using var traffic = await NoteTraffic.Start(cluster, dice);
        await traffic.Acknowledged(Notes);
        clock.Set(Hour * hours);
        await Seen(cluster.Urls[Odd], Hour * hours);
        var at = traffic.Now;
        await cluster.Kill(0);
        var missed = await cluster.DeclaredDead(0, DeadMax);
        await traffic.Acknowledged(Notes);

        // Started with the wrong clock, then again with the right one: its second process seems older than its first.
        var (exit, _) = await cluster.Drain(Odd);
        await cluster.Mend();
        await traffic.Acknowledged(Notes);
        Assert.False(cluster.Server(Odd).HasExited, cluster.Server(Odd).Output);
        clock.Set(TimeSpan.Zero);
        var (second, _) = await cluster.Drain(Odd);
        await cluster.Mend();
        await traffic.Acknowledged(Notes);

        Say($"a clock of three apart by {hours} h: a killed node declared dead after {missed.TotalSeconds:0.0} s; {Outage.Of(traffic.History, at, traffic.Now)}");
        (await traffic.End()).AssertSound();
        Assert.Equal((0, 0), (exit, second));
    }

    /// <summary>Until the node's own answers carry the time that was set.</summary>
    private static async Task Seen(Uri node, TimeSpan apart)
    {
        using var http = Api.Pool();
        using var limit = new CancellationTokenSource(SeenMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            using var answer = await http.Answered(() => new HttpRequestMessage(HttpMethod.Get, new Uri(node, "/health/live")));
            if ((answer.Headers.Date!.Value - (DateTimeOffset.UtcNow + apart)).Duration() < Near)
                return;
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>What was written meanwhile carries the time at which it was, in the order of its numbers; no leader was told too early.</summary>
    private static async Task Dated(OfficeCluster cluster, DateTimeOffset began)
    {
        var deliveries = await cluster.Query<Delivery>(
            "SELECT sent_at_ms AS Sent, arrived_at_ms AS Arrived, escalate_at_ms AS Escalate, escalated_at_ms AS Escalated FROM delivery WHERE escalate_at_ms IS NOT NULL");
        var (from, to) = ((began - Near).ToUnixTimeMilliseconds(), (DateTimeOffset.UtcNow + Near).ToUnixTimeMilliseconds());
        Assert.NotEmpty(deliveries);
        Assert.All(deliveries, delivery =>
        {
            Assert.InRange(delivery.Sent, from, to);
            Assert.InRange(delivery.Arrived, from, to);
            Assert.Equal(EscalationMax, TimeSpan.FromMilliseconds(delivery.Escalate - delivery.Arrived));
            if (delivery.Escalated is { } told)
                Assert.InRange(told, delivery.Escalate, to);
        });

        // The demo's merged communes closed their books before.
        var numbers = await cluster.Query<Number>("SELECT register AS Register, at_ms AS At, number_on AS Day FROM register_entry WHERE number_on >= '2026-01-01' ORDER BY register, number");
        Assert.All(numbers, number => Assert.InRange(number.At, from, to));
        foreach (var register in numbers.GroupBy(number => number.Register))
        {
            Assert.Equal(register.Select(number => number.At).Order(), register.Select(number => number.At));
            Assert.Equal(register.Select(number => number.Day).Order(StringComparer.Ordinal), register.Select(number => number.Day));
        }
    }

    private void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private sealed record Delivery
    {
        public long Sent { get; init; }

        public long Arrived { get; init; }

        public long Escalate { get; init; }

        public long? Escalated { get; init; }
    }

    private sealed record Number
    {
        public string Register { get; init; } = "";

        public long At { get; init; }

        public string Day { get; init; } = "";
    }
}
