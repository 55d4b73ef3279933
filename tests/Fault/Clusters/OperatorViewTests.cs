using PartyRealtime.FaultTests.Driving;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// What the operators' page says of nodes that were told to stop or were killed. Of one that hangs: <see cref="NodeLossTests"/>,
/// which has one hang for a minute anyway.
/// </summary>
[Collection(BesideCollection.Name)]
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

    public void Dispose() => _desk.Dispose();
}
