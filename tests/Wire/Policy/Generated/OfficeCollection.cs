namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>One office for all who ask it; its tests run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OfficeCollection : ICollectionFixture<Office>
{
    public const string Name = "office of the policy";
}
