using System.Diagnostics;
using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What the operators' page says of nodes that were told to stop, were killed, or hang.</summary>
[Collection(ClusterCollection.Name)]
public sealed class OperatorViewTests(OfficeCluster cluster) : IDisposable
{
    private static readonly TimeSpan EndedMax = TimeSpan.FromSeconds(60);

    private readonly ClusterDesk _desk = new(cluster, 0);

    [Fact]
    public async Task A_node_that_was_told_to_stop_and_one_that_was_killed_are_told_apart()
    {
        await cluster.Mend();
        var me = await _desk.SignIn("operator");
        await cluster.Drain(1);
        await cluster.Kill(2);
        await _desk.Says(me, 1, "stopped");
        await _desk.Says(me, 2, "declaredDead");
        await cluster.Mend();
        await _desk.Says(me, 1, "ready");
        await _desk.Says(me, 2, "ready");
    }

    [Fact]
    public async Task A_node_that_an_operator_drains_moves_its_people_and_ends_and_fails_nobody()
    {
        await cluster.Mend();
        var me = await _desk.SignIn("operator");
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(200);
        await _desk.Drain(me, 1);
        await cluster.Server(1).Ended(EndedMax);
        await traffic.Acknowledged(200);
        await _desk.Says(me, 1, "stopped");
        await cluster.Mend();
        (await traffic.End()).AssertSound();
    }

    [Fact]
    public async Task A_hung_node_does_not_answer_is_lost_and_is_there_again_when_it_was_started()
    {
        await cluster.Mend();
        var me = await _desk.SignIn("operator");
        cluster.Server(1).Suspend();
        await NoLongerAnswers(me, 1);
        await _desk.Says(me, 0, "ready");
        await _desk.Says(me, 1, "declaredDead");
        cluster.Server(1).Resume();
        await cluster.Server(1).Ended(EndedMax);
        await cluster.Mend();
        await _desk.Says(me, 1, "ready");
    }

    /// <summary>
    /// Until the page lists the node as not answering. It does so for some ten seconds, and a slow machine may ask only after
    /// them: then it has been declared dead.
    /// </summary>
    private async Task NoLongerAnswers(string operatorCookie, int node)
    {
        var began = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await _desk.State(operatorCookie, node) is var said && said is not ("notAnswering" or "declaredDead"))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < EndedMax, $"Node {node} is listed as {said}.");
            await timer.WaitForNextTickAsync();
        }
    }

    public void Dispose() => _desk.Dispose();
}
