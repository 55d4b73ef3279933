using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>Nodes of one cluster in this process, and seats that no test has used before.</summary>
internal sealed class PushNodes(PushLinkKind push, string? redis) : IAsyncDisposable
{
    /// <summary>How long something is given that must happen, on a machine that is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a hint is given that may not have been sent, before it is tried with another.</summary>
    private static readonly TimeSpan Try = TimeSpan.FromMilliseconds(100);

    private readonly List<PushNode> _nodes = [];
    private int _lastSeat;

    public IReadOnlyList<PushNode> All => _nodes;

    public PushNode this[int node] => _nodes[node];

    public static async Task<PushNodes> Start(int count, PushLinkKind push, string? redis = null)
    {
        var nodes = new PushNodes(push, redis);
        for (var node = 0; node < count; node++)
            await nodes.Join();
        return nodes;
    }

    public async Task<PushNode> Join()
    {
        var node = await PushNode.Start(_nodes.Count == 0 ? null : _nodes[0].Endpoint, push, redis);
        _nodes.Add(node);
        foreach (var other in _nodes.Where(other => other != node))
        {
            await Knows(other, node);
            await Knows(node, other);
        }

        return node;
    }

    public async Task Leave(PushNode node)
    {
        _nodes.Remove(node);
        await node.DisposeAsync();
    }

    /// <summary>Hints that have gone any other way than this one.</summary>
    public long Aside(string way) => _nodes.Sum(node => node.Tally.Of("push.sent") - node.Tally.Of("push.sent", way));

    public SeatId NewSeat() => new(Interlocked.Increment(ref _lastSeat));

    /// <summary>Until everybody else knows what this node follows by now, and it has all that they sent it before.</summary>
    public async Task KnownEverywhere(PushNode follower)
    {
        foreach (var sender in _nodes.Where(node => node != follower))
            await Knows(sender, follower);
    }

    /// <summary>
    /// Until this sender knows: then a mark that the follower follows last arrives, and what nobody follows, sent right before
    /// it, does not.
    /// </summary>
    public async Task Knows(PushNode sender, PushNode follower)
    {
        var began = TimeProvider.System.GetTimestamp();
        var mark = NewSeat();
        follower.Follow(mark);
        for (var sent = 1; ; sent++)
        {
            var nobody = NewSeat();
            sender.Publish(nobody);
            sender.Publish(mark, sent);
            if (await follower.Arrivals.Until(() => follower.Arrivals.Of(mark).Contains(sent), Try) && follower.Arrivals.Of(nobody).Count == 0)
                break;
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "A node is not told what another follows.");
        }

        follower.Unfollow(mark);
    }

    /// <summary>Until hints go this way from each to each.</summary>
    public async Task GoBy(string way)
    {
        foreach (var sender in _nodes)
        {
            foreach (var follower in _nodes.Where(node => node != sender))
                await GoBy(way, sender, follower);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The first last: it holds the members.
        for (var node = _nodes.Count - 1; node >= 0; node--)
            await _nodes[node].DisposeAsync();
    }

    private async Task GoBy(string way, PushNode sender, PushNode follower)
    {
        var began = TimeProvider.System.GetTimestamp();
        var seat = NewSeat();
        follower.Follow(seat);
        await Knows(sender, follower);
        var before = sender.Tally.Of("push.sent", way);
        for (var sent = 1; sender.Tally.Of("push.sent", way) == before; sent++)
        {
            sender.Publish(seat, sent);
            await follower.Arrivals.Came(seat, sent, Try);
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"No hint goes by {way}.");
        }

        follower.Unfollow(seat);
    }
}
