namespace PartyRealtime.WireTests.BadInput;

[CollectionDefinition(Name)]
public sealed class BadInputCollection : ICollectionFixture<BadInputNode>
{
    public const string Name = "bad input";
}
