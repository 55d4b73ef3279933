using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

public sealed class SqliteLiveEqualsFresh : LiveEqualsFreshSuite
{
    private protected override async Task<Stage> Open(string[] cast)
    {
        var node = await OfficeNode.Start(new SqliteDatabase(), Patient);
        return await Stage.Open(node, node, cast);
    }
}
