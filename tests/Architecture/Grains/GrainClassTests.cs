using System.Reflection;
using NetArchTest.Rules;

namespace PartyRealtime.ArchitectureTests.Grains;

/// <summary>How grains, and the rules that they decide by, are built.</summary>
public sealed class GrainClassTests
{
    [Fact]
    public void Grain_classes_are_internal_and_sealed() => Rule.Each(
        Types.InAssembly(Assemblies.Grains).That().ImplementInterface(typeof(IGrain)).And().AreClasses(),
        should => should.BeSealed().And().NotBePublic(),
        "is not internal sealed");

    [Fact]
    public void Grain_classes_have_a_type_name_of_their_own_on_the_wire()
    {
        var grains = Types.InAssembly(Assemblies.Grains).That().ImplementInterface(typeof(IGrain)).And().AreClasses().GetTypes().ToList();
        Assert.NotEmpty(grains);
        Findings.AssertNone(grains
            .Where(type => type.GetCustomAttribute<GrainTypeAttribute>() is null)
            .Select(type => $"{type.FullName} has no [GrainType]"));
    }
}
