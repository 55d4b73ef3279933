namespace PartyRealtime.FaultTests.Clusters;

/// <summary>
/// Tests on one cluster, one after the other, that hold nothing to a time without much room, and leave the database itself
/// alone: tests with nodes of their own run beside them.
/// </summary>
[CollectionDefinition(Name)]
public sealed class BesideCollection : ICollectionFixture<OfficeCluster>
{
    public const string Name = "beside";
}
