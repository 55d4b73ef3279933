using System.Collections.Frozen;
using Orleans.Dashboard;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Nodes;

/// <summary>
/// The Orleans Dashboard, for operators. Only what this list names is answered: the package also shows the state of grains
/// and the log, and a later version may show more.
/// </summary>
internal static class DashboardEndpoints
{
    private const string Path = "/operator/dashboard";

    private static readonly FrozenSet<string> Shown = FrozenSet.ToFrozenSet(
    [
        "/", "/index.html", "/favicon.ico", "/index.min.js", "/index.css", "/fonts/{**path}", "/img/{**path}", "/version",
        "/DashboardCounters", "/ClusterStats", "/HistoricalStats/{*path}", "/SiloProperties/{*address}", "/SiloStats/{*address}",
        "/SiloCounters/{*address}", "/GrainStats/{*grainName}", "/TopGrainMethods", "/GrainTypes",
    ]);

    /// <summary>The silo of this node must count (see <c>--dashboard</c>).</summary>
    public static IEndpointRouteBuilder MapDashboard(this IEndpointRouteBuilder app)
    {
        var group = app.MapOrleansDashboard(Path);
        group.RequireAct(Act.Operate);
        group.ExcludeFromDescription();
        group.AddEndpointFilter((context, next) => IsShown(context.HttpContext)
            ? next(context)
            : ValueTask.FromResult<object?>(new Refusal(RefusalCode.NotInScope).ToResult()));
        return app;
    }

    private static bool IsShown(HttpContext http) =>
        http.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
        && route.StartsWith(Path, StringComparison.Ordinal)
        && Shown.Contains(route[Path.Length..]);
}
