using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>What every bus between nodes does, seen on four of them.</summary>
public abstract class PushBusSuite
{
    public const int NodesStarted = 4;

    private const int Burst = 3_000;

    /// <summary>What the waiting for a node's knowledge sends besides.</summary>
    private const int MarksMax = 100;

    private const int People = 40;
    private const int Notes = 1_200;

    private protected abstract PushNodes Nodes { get; }

    /// <summary>The tag of what went by this bus.</summary>
    private protected abstract string Way { get; }

    [Fact]
    public Task A_hint_reaches_the_node_that_follows_and_no_other() => Undisturbed(async () =>
    {
        var seat = Nodes.NewSeat();
        Nodes[2].Follow(seat);
        await Nodes.KnownEverywhere(Nodes[2]);
        Nodes[0].Publish(seat);
        Assert.True(await Nodes[2].Arrivals.Came(seat, 1, PushNodes.Patience));
        await Settled();
        // The one where it happened has it without any bus.
        Assert.Equal([1, 0, 1, 0], Nodes.All.Select(node => node.Arrivals.Of(seat).Count));
    });

    [Fact]
    public Task Several_that_follow_have_it_each_once() => Undisturbed(async () =>
    {
        var seat = Nodes.NewSeat();
        foreach (var node in new[] { 1, 3 })
        {
            Nodes[node].Follow(seat);
            await Nodes.KnownEverywhere(Nodes[node]);
        }

        Nodes[0].Publish(seat);
        Nodes[2].Publish(seat, 2);
        await Settled();
        Assert.Equal([1, 2], Nodes[1].Arrivals.Of(seat).Order());
        Assert.Equal([1, 2], Nodes[3].Arrivals.Of(seat).Order());
        Assert.Equal([2], Nodes[2].Arrivals.Of(seat));
    });

    [Fact]
    public Task Who_ceases_to_follow_is_sent_no_more() => Undisturbed(async () =>
    {
        var seat = Nodes.NewSeat();
        Nodes[3].Follow(seat);
        await Nodes.KnownEverywhere(Nodes[3]);
        Nodes[1].Publish(seat);
        Assert.True(await Nodes[3].Arrivals.Came(seat, 1, PushNodes.Patience));
        Nodes[3].Unfollow(seat);
        await Nodes.KnownEverywhere(Nodes[3]);
        Nodes[1].Publish(seat, 2);
        await Settled();
        Assert.Equal([1], Nodes[3].Arrivals.Of(seat));
    });

    [Fact]
    public Task A_board_is_followed_like_a_seat() => Undisturbed(async () =>
    {
        var board = new DocumentId(Guid.NewGuid());
        Nodes[1].Follow(board);
        await Nodes.KnownEverywhere(Nodes[1]);
        Nodes[2].Publish(board);
        Assert.True(await Nodes[1].Arrivals.Until(() => Nodes[1].Arrivals.Of(board) == 1, PushNodes.Patience));
        await Settled();
        Assert.Equal([0, 1, 1, 0], Nodes.All.Select(node => node.Arrivals.Of(board)));
    });

    [Fact]
    public Task A_burst_arrives_whole_and_in_its_order_in_few_batches() => Undisturbed(async () =>
    {
        var seat = Nodes.NewSeat();
        Nodes[1].Follow(seat);
        await Nodes.KnownEverywhere(Nodes[1]);
        var tally = Nodes[0].Tally;
        var (sent, batches, lost) = (tally.Of("push.sent", Way), tally.Of("push.batches", Way), tally.Of("push.lost"));
        for (var position = 1; position <= Burst; position++)
            Nodes[0].Publish(seat, position);
        Assert.True(await Nodes[1].Arrivals.Came(seat, Burst, PushNodes.Patience));
        Assert.Equal(Enumerable.Range(1, Burst).Select(position => (long)position), Nodes[1].Arrivals.Of(seat));
        await Settled();
        Assert.InRange(tally.Of("push.sent", Way) - sent, Burst, Burst + MarksMax);
        // Not one each; how few they are is a matter of how often the machine takes the processor from who publishes.
        Assert.InRange(tally.Of("push.batches", Way) - batches, 1, Burst / 3);
        Assert.Equal(lost, tally.Of("push.lost"));
    });

    /// <summary>What a node is sent is what its people read: the sum over all nodes is the notes whose reader sits elsewhere.</summary>
    [Fact]
    public Task Hints_are_sent_to_the_nodes_of_their_readers_and_never_to_all() => Undisturbed(async () =>
    {
        var random = new Random(20_261_129);
        var readers = Enumerable.Range(0, People).Select(person => (Seat: Nodes.NewSeat(), Node: person % NodesStarted)).ToList();
        foreach (var (seat, node) in readers)
            Nodes[node].Follow(seat);
        await Settled();
        var before = await Sent();
        var written = Enumerable.Range(1, Notes)
            .Select(position => (At: random.Next(NodesStarted), To: readers[random.Next(People)], Position: (long)position)).ToList();
        foreach (var (at, to, position) in written)
            Nodes[at].Publish(to.Seat, position);
        foreach (var (seat, node) in readers)
            Assert.True(await Nodes[node].Arrivals.Came(seat, written.Count(note => note.To.Seat == seat), PushNodes.Patience));

        var elsewhere = written.Count(note => note.At != note.To.Node);
        Assert.Equal(elsewhere, await Sent() - before);
        foreach (var (seat, node) in readers)
        {
            for (var there = 0; there < NodesStarted; there++)
                Assert.Equal(written.Count(note => note.To.Seat == seat && (there == node || there == note.At)), Nodes[there].Arrivals.Of(seat).Count);
        }
    });

    [Fact]
    public async Task A_node_that_comes_is_sent_what_it_follows_and_one_that_went_delays_nobody()
    {
        var comer = await Nodes.Join();
        var seat = Nodes.NewSeat();
        await Undisturbed(async () =>
        {
            seat = Nodes.NewSeat();
            Nodes[1].Follow(seat);
            await Nodes.KnownEverywhere(Nodes[1]);
            comer.Follow(seat);
            await Nodes.KnownEverywhere(comer);
            Nodes[0].Publish(seat);
            Assert.True(await comer.Arrivals.Came(seat, 1, PushNodes.Patience));
            await Settled();
            Assert.Equal([1], comer.Arrivals.Of(seat));
        });
        await Nodes.Leave(comer);
        Nodes[0].Publish(seat, 2);
        Assert.True(await Nodes[1].Arrivals.Came(seat, 2, PushNodes.Patience));
        Assert.Equal([1], comer.Arrivals.Of(seat));
    }

    /// <inheritdoc cref="BusTries.Undisturbed"/>
    private protected Task Undisturbed(Func<Task> promise) => BusTries.Undisturbed(promise, () => Nodes.Aside(Way));

    /// <summary>Until whatever was sent before is where it was sent.</summary>
    private async Task Settled()
    {
        foreach (var node in Nodes.All)
            await Nodes.KnownEverywhere(node);
    }

    /// <summary>What has gone by this bus, once nothing more is on its way.</summary>
    private Task<long> Sent() => BusTries.Settled(() => Nodes.All.Sum(node => node.Tally.Of("push.sent", Way)));
}
