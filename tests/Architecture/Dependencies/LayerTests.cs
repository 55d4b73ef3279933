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

    [Fact]
    public void Web_knows_of_the_silo_only_its_one_entry()
    {
        Assert.Equal(["SiloHosting"], Assemblies.Silo.GetExportedTypes().Where(type => type.Namespace is not null).Select(type => type.Name));
        Findings.AssertNone(
            from type in All(Assemblies.Web).And().HaveDependencyOn("PartyRealtime.Silo").GetTypes()
            where type.Namespace != "PartyRealtime.Web"
            select $"{type.FullName} reaches into the silo");
    }

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
    public void Only_the_live_slice_of_web_knows_SignalR() => Findings.AssertNone(
        from assembly in Assemblies.All
        from type in All(assembly).And().HaveDependencyOn("Microsoft.AspNetCore.SignalR").GetTypes()
        where type.Namespace?.StartsWith("PartyRealtime.Web.Live", Ordinal) != true
        select $"{type.FullName} knows SignalR");

    private static PredicateList All(System.Reflection.Assembly assembly) =>
        Types.InAssembly(assembly).That().DoNotHaveNameMatching("OrleansCodeGen").And().DoNotResideInNamespaceMatching("^OrleansCodeGen");
}
