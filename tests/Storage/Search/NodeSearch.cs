using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Search;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Search;

/// <summary>Not part of <see cref="TestNode"/>: the other suites share that file and do not see inside the storage.</summary>
internal static class NodeSearch
{
    /// <summary>The node's search, which asks no more documents one by one than this.</summary>
    public static SearchReads Search(this TestNode node, int candidatesMax) =>
        new(node.Reads, node.Service<IOrganisation>(), node.Service<IOrganisationMap>(), candidatesMax);
}
