using NetArchTest.Rules;
using PartyRealtime.Storage.Commits;

namespace PartyRealtime.ArchitectureTests.Dependencies;

/// <summary>Who may know what. The drawing of ARCHITECTURE.md says it for projects; these rules say it for types.</summary>
public sealed class LayerTests
{
    private static readonly string[] Drivers = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCL", "Dapper", "DbUp"];

    [Fact]
    public void Web_knows_no_grain_class_and_no_database_driver() =>
        Rule.NoDependency(All(Assemblies.Web), ["PartyRealtime.Grains", .. Drivers]);

    [Fact]
    public void Web_cannot_reach_the_writer()
    {
        var writers = Types.InAssembly(Assemblies.Storage).That().ImplementInterface(typeof(ICommitWriter)).GetTypes().Select(type => type.FullName!).ToList();
        Assert.NotEmpty(writers);
        Rule.NoDependency(All(Assemblies.Web), [typeof(ICommitWriter).FullName!, .. writers]);
    }

    /// <summary>How nodes find each other and hand hints on is the silo's own: others see its hosting, and know no more.</summary>
    [Fact]
    public void The_silo_shows_its_hosting_alone() => Findings.AssertNone(
        from type in Assemblies.Silo.GetExportedTypes()
        where type.Namespace is { } name && name != "PartyRealtime.Silo.Hosting" && !name.StartsWith("OrleansCodeGen", Ordinal)
        select $"{type.FullName} is public");

    [Fact]
    public void Grains_and_storage_know_no_web_framework()
    {
        Rule.NoDependency(All(Assemblies.Grains), "Microsoft.AspNetCore");
        Rule.NoDependency(All(Assemblies.Storage), "Microsoft.AspNetCore");
    }

    [Fact]
    public void Storage_knows_no_grains() => Rule.NoDependency(All(Assemblies.Storage), "Orleans", "PartyRealtime.Grains");

    [Fact]
    public void Only_storage_knows_the_database_drivers()
    {
        Rule.NoDependency(All(Assemblies.Contracts), Drivers);
        Rule.NoDependency(All(Assemblies.Grains), Drivers);
        Rule.NoDependency(All(Assemblies.Silo), Drivers);
    }

    [Fact]
    public void Yjs_knows_nothing_of_ours_and_no_package() => Findings.AssertNone(
        Assemblies.Yjs.GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System.", Ordinal))
            .Select(name => $"Yjs refers to {name}"));

    [Fact]
    public void Only_Word_knows_the_format_of_Word_and_Word_knows_contracts_alone()
    {
        Findings.AssertNone(
            from assembly in Assemblies.All.Except([Assemblies.Word])
            from type in All(assembly).And().HaveDependencyOn("DocumentFormat.OpenXml").GetTypes()
            select $"{type.FullName} knows Open XML");
        Findings.AssertNone(
            Assemblies.Word.GetReferencedAssemblies().Select(assembly => assembly.Name!)
                .Where(name => name.StartsWith("PartyRealtime.", Ordinal) && name != "PartyRealtime.Contracts")
                .Select(name => $"Word refers to {name}"));
    }

    [Fact]
    public void Only_the_live_slice_of_web_knows_SignalR() => Findings.AssertNone(
        from assembly in Assemblies.All
        from type in All(assembly).And().HaveDependencyOn("Microsoft.AspNetCore.SignalR").GetTypes()
        where type.Namespace?.StartsWith("PartyRealtime.Web.Live", Ordinal) != true
        select $"{type.FullName} knows SignalR");

    private static PredicateList All(System.Reflection.Assembly assembly) =>
        Types.InAssembly(assembly).That().DoNotHaveNameMatching("OrleansCodeGen").And().DoNotResideInNamespaceMatching("^OrleansCodeGen");
}
