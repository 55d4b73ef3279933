namespace PartyRealtime.FaultTests.Clusters;

/// <summary>Tests on one cluster, one after the other and nothing beside them: they stop its database, or are held to a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ClusterCollection : ICollectionFixture<OfficeCluster>
{
    public const string Name = "cluster";
}
