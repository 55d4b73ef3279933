using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Web.Live;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// Old snapshot + pushes = fresh read, for every holder, after every act of every action: items and counters.
/// </summary>
public abstract class LiveEqualsFreshSuite
{
    private static readonly IAction[] Actions =
    [
        .. typeof(IAction).Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAction)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IAction)Activator.CreateInstance(type)!),
    ];

    /// <summary>
    /// The poll of heads leaves even a slow push the time to come, so that only what was never sent is caught up with; that
    /// is still healed within a device's patience.
    /// </summary>
    private protected static void Patient(IServiceCollection services) =>
        services.AddSingleton(new LiveOptions { HintGrace = TimeSpan.FromSeconds(5) });

    [Fact]
    public async Task Every_act_leaves_every_device_as_a_fresh_read_is()
    {
        await using var stage = await Open(Cast.All);
        foreach (var action in Actions)
        {
            stage.Called.Clear();
            await action.Play(stage);
            Assert.Empty(action.Covers.Except(stage.Called));
        }

        // From here on it is the endpoint table that decides what has to be covered.
        Assert.Empty(Table(stage).Except(Actions.SelectMany(action => action.Covers)));
    }

    /// <summary>A node, or several, with these people at their devices.</summary>
    private protected abstract Task<Stage> Open(string[] cast);

    /// <summary>Every endpoint that is no GET, and every method of the hub.</summary>
    private static IEnumerable<string> Table(Stage stage)
    {
        var endpoints = stage.Node.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/api/", StringComparison.Ordinal) == true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
                .Where(method => method != HttpMethod.Get.Method)
                .Select(method => $"{method} {Plain(endpoint.RoutePattern.RawText!)}"));
        var methods = typeof(LiveHub).GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.GetBaseDefinition().DeclaringType == typeof(LiveHub))
            .Select(method => $"hub {method.Name}");
        return endpoints.Concat(methods);
    }

    /// <summary>Without constraints and a slash at the end.</summary>
    private static string Plain(string pattern) =>
        pattern.Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal).TrimEnd('/');
}
