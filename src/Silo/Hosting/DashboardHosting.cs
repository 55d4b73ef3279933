using Orleans.Configuration;
using Orleans.Dashboard;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// What the Orleans Dashboard counts on this node: calls of grains by type and method, activations, the runtime's own
/// counters. It stands in every call of a grain, so a node has it only when it was started so.
/// </summary>
internal static class DashboardHosting
{
    /// <summary>Counts here, and shows no log to browsers.</summary>
    public static void AddCounting(this ISiloBuilder silo) => silo.AddDashboard(options => options.HideTrace = true);

    /// <summary>The package's grains are found with every other; without what they need they must not be placed here.</summary>
    public static void AddNoCounting(this ISiloBuilder silo) => silo.Services.PostConfigure<GrainTypeOptions>(
        options => options.Classes.RemoveWhere(type => type.Assembly == typeof(DashboardOptions).Assembly));
}
