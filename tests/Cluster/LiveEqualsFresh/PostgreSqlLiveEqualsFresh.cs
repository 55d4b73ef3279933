using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

public sealed class PostgreSqlLiveEqualsFresh(PostgreSqlServer server) : LiveEqualsFreshSuite
{
    private protected override async Task<Stage> Open(string[] cast)
    {
        var node = await OfficeNode.Start(new PostgreSqlDatabase(server), Patient);
        return await Stage.Open(node, node, cast);
    }
}
