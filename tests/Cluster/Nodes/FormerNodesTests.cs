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
    public void Who_was_voted_dead_and_who_ended_in_order_are_told_apart() => Assert.Equal(
        [new NodeReport("killed", NodeState.DeclaredDead, null), new NodeReport("told", NodeState.Stopped, null)],
        FormerNodes.Of([Member("killed", 1, suspected: true), Member("told", 2), Member("runs", 3, SiloStatus.Active)], Nobody, Now)
            .OrderBy(node => node.Name, StringComparer.Ordinal));

    [Fact]
    public void A_name_that_runs_again_has_not_ended()
    {
        Assert.Empty(FormerNodes.Of([Member("a", 1)], new HashSet<string> { "a" }, Now));
        Assert.Empty(FormerNodes.Of([Member("a", 1, suspected: true), Member("a", 2, SiloStatus.Joining)], Nobody, Now));
    }

    [Fact]
    public void The_last_process_of_a_name_counts() => Assert.Equal(
        NodeState.Stopped, Assert.Single(FormerNodes.Of([Member("a", 2), Member("a", 1, suspected: true)], Nobody, Now)).State);

    [Fact]
    public void A_vote_that_a_node_outlived_did_not_end_it()
    {
        var member = Member("a", 1, suspected: true, heard: Now.AddMinutes(1));
        Assert.Equal(NodeState.Stopped, Assert.Single(FormerNodes.Of([member], Nobody, Now.AddMinutes(2))).State);
    }

    [Fact]
    public void Who_ended_long_ago_is_not_listed() =>
        Assert.Empty(FormerNodes.Of([Member("a", 1, heard: Now - NodeLimits.FormerShown)], Nobody, Now));

    private static MembershipEntry Member(
        string name, int generation, SiloStatus status = SiloStatus.Dead, bool suspected = false, DateTimeOffset? heard = null) => new()
    {
        SiloName = name,
        SiloAddress = SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1_000 + generation), generation),
        Status = status,
        IAmAliveTime = (heard ?? Now.AddMinutes(-1)).UtcDateTime,
        SuspectTimes = suspected ? [Tuple.Create(SiloAddress.New(new IPEndPoint(IPAddress.Loopback, 1), 1), Now.UtcDateTime)] : [],
    };
}
