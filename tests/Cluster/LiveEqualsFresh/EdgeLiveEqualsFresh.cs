using PartyRealtime.ClusterTests.Edges;
using PartyRealtime.Processes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>All of it over two nodes, devices at one and grains on the other, whose hints shall go by a Redis that is not there.</summary>
public sealed class EdgeLiveEqualsFresh(PostgreSqlServer server) : LiveEqualsFreshSuite
{
    private protected override async Task<Stage> Open(string[] cast)
    {
        var office = await EdgeAndSilo.Start(server, PushLinkKind.Redis, RedisServer.Nowhere(), Patient);
        return await Stage.Open(office.Edge, office, cast);
    }
}
