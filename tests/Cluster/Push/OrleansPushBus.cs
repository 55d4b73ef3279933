namespace PartyRealtime.ClusterTests.Push;

public sealed class OrleansPushBus(OrleansPushNodes fixture) : PushBusSuite, IClassFixture<OrleansPushNodes>
{
    private protected override PushNodes Nodes => fixture.Nodes;

    private protected override string Way => "orleans";
}
