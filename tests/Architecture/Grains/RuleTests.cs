using NetArchTest.Rules;

namespace PartyRealtime.ArchitectureTests.Grains;

/// <summary>Decisions are pure: what they decide on is given to them.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Rules_are_static_and_know_neither_Orleans_nor_storage()
    {
        var rules = Types.InAssemblies(Assemblies.All).That().HaveNameEndingWith("Rules", Ordinal);
        Rule.Each(rules, should => should.BeStatic(), "is not static");
        Rule.NoDependency(rules, "Orleans", "PartyRealtime.Storage");
    }
}
