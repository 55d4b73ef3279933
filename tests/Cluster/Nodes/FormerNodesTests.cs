using System.Net;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>Nodes that have ended, by the table of members.</summary>
public sealed class FormerNodesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> Nobody = [];

    [Fact]
    public void Who_was_lost_and_who_ended_in_order_are_told_apart() => Assert.Equal(
        [new NodeReport("killed", NodeState.DeclaredDead, null), new NodeReport("told", NodeState.Stopped, null)],
        FormerNodes.Of([Member("killed", 1), Member("told", 2, inOrder: true), Member("runs", 3, SiloStatus.Active)], Nobody, Now)
            .OrderBy(node => node.Name, StringComparer.Ordinal));

    [Fact]
    public void A_name_that_runs_again_has_not_ended()
    {
        Assert.Empty(FormerNodes.Of([Member("a", 1)], new HashSet<string> { "a" }, Now));
        Assert.Empty(FormerNodes.Of([Member("a", 1), Member("a", 2, SiloStatus.Joining)], Nobody, Now));
    }

    [Fact]
    public void The_last_process_of_a_name_counts() => Assert.Equal(
        NodeState.Stopped, Assert.Single(FormerNodes.Of([Member("a", 2, inOrder: true), Member("a", 1)], Nobody, Now)).State);

    [Fact]
    public void Who_ended_long_ago_is_not_listed() =>
        Assert.Empty(FormerNodes.Of([Member("a", 1, heard: Now - NodeLimits.FormerShown)], Nobody, Now));

    /// <summary>Everybody was suspected by another once; who ended in order declared itself dead.</summary>
    private static MembershipEntry Member(
        string name, int generation, SiloStatus status = SiloStatus.Dead, bool inOrder = false, DateTimeOffset? heard = null)
    {
        var address = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1_000 + generation), generation);
        var other = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1);
        return new MembershipEntry
        {
            SiloName = name,
            SiloAddress = address,
            Status = status,
            IAmAliveTime = (heard ?? Now.AddMinutes(-1)).UtcDateTime,
            SuspectTimes = [.. new[] { other, address }.Take(inOrder ? 2 : 1).Select(voter => Tuple.Create(voter, Now.UtcDateTime))],
        };
    }
}
