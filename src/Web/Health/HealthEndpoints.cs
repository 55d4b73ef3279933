using PartyRealtime.Contracts.Policy;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Policy;

namespace PartyRealtime.Web.Health;

/// <summary>Whether the node lives, and whether it can serve.</summary>
internal static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet("/health/live", () => Results.Ok()).RequireAct(Act.ReadPublic);
        app.MapGet("/health/ready", Ready).RequireAct(Act.ReadPublic);
        return app;
    }

    /// <summary>As on the operations port: whoever sends people here sends them to another node while this is not 200.</summary>
    private static Task<IResult> Ready(Readiness readiness, CancellationToken cancellation) =>
        MeasurementHosting.Ready(readiness, cancellation);
}
