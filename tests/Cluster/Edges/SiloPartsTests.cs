using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Grains.Hosting;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.ClusterTests.Edges;

/// <summary>A silo without people is put together by another hand than a web node, and must have all that grains need.</summary>
public sealed class SiloPartsTests
{
    /// <summary>Once the sessions' grain could not be made on such a silo: nobody could sign out, or change a preference.</summary>
    [Fact]
    public async Task Every_grain_finds_what_it_is_made_of_on_a_silo_without_people()
    {
        var data = Directory.CreateTempSubdirectory("partyrealtime-silo-").FullName;
        var cluster = new ClusterSettings { Name = "test", Node = "silo-1", Store = "Host=127.0.0.1", Roles = NodeRoles.Silo };
        await using var silo = HeadlessNode.Build(new HeadlessSettings(
            cluster, data, Files: data, OperationsPort: 0, System.Net.IPAddress.Loopback, Dashboard: false));
        var known = silo.Services.GetRequiredService<IServiceProviderIsService>();
        var grains = typeof(GrainHosting).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Grain))).ToList();
        Assert.NotEmpty(grains);
        Assert.Empty(
            from grain in grains
            from part in grain.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Single().GetParameters()
            where !known.IsService(part.ParameterType)
            select $"{grain.Name} needs {part.ParameterType.Name}");
        Directory.Delete(data, recursive: true);
    }
}
