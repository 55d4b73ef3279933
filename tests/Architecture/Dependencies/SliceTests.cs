using System.Reflection;
using NetArchTest.Rules;

namespace PartyRealtime.ArchitectureTests.Dependencies;

/// <summary>
/// Inside a project a capability's folder knows no other capability's. What several need stands on ground that is named
/// here, and in ARCHITECTURE.md: adding to a list is a decision, not an accident.
/// </summary>
public sealed class SliceTests
{
    private static readonly Dictionary<string, string[]> Ground = new(StringComparer.Ordinal)
    {
        ["Storage"] = ["Commands", "Commits", "Hosting", "Live", "Organisation", "Policy", "Reading", "Schema"],
        ["Grains"] = ["Commits", "Hosting", "Inbox", "Jobs"],
        ["Web"] = ["Auth", "Hosting", "Papers", "Policy", "Refusals", "Requests"],
    };

    [Theory]
    [InlineData("Storage")]
    [InlineData("Grains")]
    [InlineData("Web")]
    public void A_slice_touches_another_only_on_named_ground(string project)
    {
        var assembly = Assemblies.All.Single(one => one.GetName().Name == $"PartyRealtime.{project}");
        var slices = Slices(assembly, project);
        Assert.NotEmpty(slices);
        Assert.NotEmpty(slices.Intersect(Ground[project]));
        Findings.AssertNone(
            from slice in slices.Except(Ground[project])
            let others = slices.Except(Ground[project]).Where(other => other != slice).Select(other => $"PartyRealtime.{project}.{other}").ToArray()
            where others.Length > 0
            from type in Types.InAssembly(assembly).That().ResideInNamespaceMatching($@"^PartyRealtime\.{project}\.{slice}(\.|$)")
                .And().HaveDependencyOnAny(others).GetTypes()
            select $"{type.FullName} touches another slice");
    }

    [Fact]
    public void Ground_rests_on_no_slice() => Findings.AssertNone(
        from project in Ground
        let assembly = Assemblies.All.Single(one => one.GetName().Name == $"PartyRealtime.{project.Key}")
        let slices = Slices(assembly, project.Key).Except(project.Value).Select(slice => $"PartyRealtime.{project.Key}.{slice}").ToArray()
        from ground in project.Value
        where ground != "Hosting"
        from type in Types.InAssembly(assembly).That().ResideInNamespaceMatching($@"^PartyRealtime\.{project.Key}\.{ground}(\.|$)")
            .And().HaveDependencyOnAny(slices).GetTypes()
        select $"{type.FullName} rests on a slice");

    /// <summary>The folders of the project that hold types, by the first word of their namespace.</summary>
    private static List<string> Slices(Assembly assembly, string project) => [.. assembly.GetTypes()
        .Select(type => type.Namespace)
        .Where(name => name?.StartsWith($"PartyRealtime.{project}.", Ordinal) == true)
        .Select(name => name!.Split('.')[2])
        .Distinct()];
}
