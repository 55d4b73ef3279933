using PartyRealtime.FaultTests;
using PartyRealtime.FaultTests.Attachments;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Networks;
using PartyRealtime.FaultTests.Numbers;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace PartyRealtime.FaultTests;

/// <summary>Of what runs side by side the longest begins first, so that none of it is left to run alone at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        BesideCollection.Name,
        .. new[]
        {
            typeof(PartitionTests), typeof(AttachmentKillTests), typeof(RestoreTests), typeof(NumberKillTests),
        }.Select(tests => tests.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(Place).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];

    private static int Place<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
