using System.Reflection;
using NetArchTest.Rules;

namespace PartyRealtime.ArchitectureTests.Contracts;

/// <summary>What crosses a process line has names that do not change with the code.</summary>
public sealed class WireTypeTests
{
    private static List<Type> Serialized => [.. Assemblies.Contracts.GetTypes()
        .Where(type => type.GetCustomAttribute<GenerateSerializerAttribute>(inherit: false) is not null)];

    private static List<Type> GrainInterfaces => [.. Assemblies.Contracts.GetTypes()
        .Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))];

    [Fact]
    public void Records_are_sealed_or_abstract_and_cannot_be_changed()
    {
        var records = Types.InAssembly(Assemblies.Contracts).That().AreClasses().GetTypes().Where(IsRecord).ToList();
        Assert.NotEmpty(records);
        Findings.AssertNone(records
            .Where(type => !type.IsSealed && !type.IsAbstract)
            .Select(type => $"{type.FullName} is open"));
        Findings.AssertNone(
            from type in records
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true } set && !IsInitOnly(set)
            select $"{type.FullName}.{property.Name} can be set");
    }

    [Fact]
    public void Serialized_types_have_an_alias_that_no_other_has()
    {
        Assert.NotEmpty(Serialized);
        Findings.AssertNone(Serialized
            .Where(type => type.GetCustomAttribute<AliasAttribute>(inherit: false) is null)
            .Select(type => $"{type.FullName} has no [Alias]"));
        AssertUnique(Serialized, type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias);
    }

    [Fact]
    public void Serialized_members_have_an_id_that_no_other_member_has()
    {
        Assert.NotEmpty(Serialized);
        Findings.AssertNone(
            from type in Serialized
            let ids = type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Select(member => member.GetCustomAttribute<IdAttribute>(inherit: false)?.Id)
                .Where(id => id is not null)
            where ids.Distinct().Count() != ids.Count()
            select $"{type.FullName} uses an [Id] twice");
    }

    [Fact]
    public void Grain_interfaces_and_their_methods_have_names_of_their_own_on_the_wire()
    {
        Assert.NotEmpty(GrainInterfaces);
        AssertUnique(GrainInterfaces, type => type.GetCustomAttribute<AliasAttribute>(inherit: false)?.Alias);
        Findings.AssertNone(
        [
            .. GrainInterfaces
                .Where(type => type.GetCustomAttribute<GrainInterfaceTypeAttribute>(inherit: false) is null)
                .Select(type => $"{type.FullName} has no [GrainInterfaceType]"),
            .. GrainInterfaces
                .SelectMany(type => type.GetMethods())
                .Where(method => method.GetCustomAttribute<AliasAttribute>(inherit: false) is null)
                .Select(method => $"{method.DeclaringType!.FullName}.{method.Name} has no [Alias]"),
        ]);
    }

    private static void AssertUnique(IEnumerable<Type> types, Func<Type, string?> name) => Findings.AssertNone(types
        .GroupBy(name)
        .Where(group => group.Key is not null && group.Count() > 1)
        .Select(group => $"{group.Key}: {string.Join(", ", group.Select(type => type.FullName))}"));

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsInitOnly(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers()
        .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
