using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Grains.Nodes;
using Xunit;

namespace PartyRealtime.UnitTests.Nodes;

public sealed class NodeRulesTests
{
    [Fact]
    public void One_of_two_may_stop() => Assert.True(NodeRules.Drain(new DrainNode("a", false), [Node("a"), Node("b")]).IsOk);

    [Theory]
    [InlineData(NodeState.Draining)]
    [InlineData(NodeState.NotReady)]
    [InlineData(NodeState.NotAnswering)]
    public void A_node_beside_others_that_are_not_ready_is_the_last(NodeState other)
    {
        ImmutableArray<NodeReport> nodes = [Node("a"), Node("b", other)];
        Assert.Equal(RefusalCode.LastReadyNode, NodeRules.Drain(new DrainNode("a", false), nodes).Refusal!.Code);
        Assert.True(NodeRules.Drain(new DrainNode("a", true), nodes).Value!.Last);
    }

    [Fact]
    public void The_last_that_decides_is_the_last_beside_any_number_that_serve()
    {
        ImmutableArray<NodeReport> nodes = [Node("silo", web: false), Node("edge-1", silo: false), Node("edge-2", silo: false)];
        Assert.Equal(RefusalCode.LastReadyNode, NodeRules.Drain(new DrainNode("silo", false), nodes).Refusal!.Code);
        Assert.True(NodeRules.Drain(new DrainNode("edge-1", false), nodes).IsOk);
    }

    [Fact]
    public void The_last_that_serves_is_the_last_beside_any_number_that_decide()
    {
        ImmutableArray<NodeReport> nodes = [Node("edge", silo: false), Node("silo-1", web: false), Node("silo-2", web: false)];
        Assert.Equal(RefusalCode.LastReadyNode, NodeRules.Drain(new DrainNode("edge", false), nodes).Refusal!.Code);
        Assert.True(NodeRules.Drain(new DrainNode("silo-1", false), nodes).IsOk);
    }

    [Fact]
    public void A_node_that_stops_already_may_be_told_again() =>
        Assert.False(NodeRules.Drain(new DrainNode("a", false), [Node("a", NodeState.Draining)]).Value!.Last);

    [Fact]
    public void Nobody_knows_a_node_that_is_gone() =>
        Assert.Equal(RefusalCode.NotInScope, NodeRules.Drain(new DrainNode("a", true), [Node("b")]).Refusal!.Code);

    [Fact]
    public void A_node_that_does_not_answer_cannot_be_told() => Assert.Equal(
        RefusalCode.NotAllowedNow, NodeRules.Drain(new DrainNode("a", true), [Node("a", NodeState.NotAnswering), Node("b")]).Refusal!.Code);

    [Theory]
    [InlineData(DrainStep.Closing, true)]
    [InlineData(DrainStep.Moving, true)]
    [InlineData(DrainStep.Stopping, false)]
    public void A_drain_is_taken_back_until_the_node_stops(DrainStep step, bool may)
    {
        var node = Node("a", NodeState.Draining) with { Drain = new DrainReport(step, default, 7, 3, 400) };
        var outcome = NodeRules.Resume(new ResumeNode("a"), [node, Node("b")]);
        Assert.Equal(may ? null : RefusalCode.NotAllowedNow, outcome.Refusal?.Code);
    }

    [Theory]
    [InlineData(NodeState.Ready)]
    [InlineData(NodeState.Draining)]
    [InlineData(NodeState.NotAnswering)]
    public void What_no_operator_has_ordered_cannot_be_taken_back(NodeState state) =>
        Assert.Equal(RefusalCode.NotAllowedNow, NodeRules.Resume(new ResumeNode("a"), [Node("a", state)]).Refusal!.Code);

    [Fact]
    public void Nobody_takes_back_the_drain_of_a_node_that_is_gone() =>
        Assert.Equal(RefusalCode.NotInScope, NodeRules.Resume(new ResumeNode("a"), [Node("b")]).Refusal!.Code);

    private static NodeReport Node(string name, NodeState state = NodeState.Ready, bool web = true, bool silo = true) => new(
        name,
        state,
        state == NodeState.NotAnswering ? null : new NodeFigures(web, silo, "1.2.3", default, 0, 0, 0, 0, null, null, null, 0, null, 0, null));
}
