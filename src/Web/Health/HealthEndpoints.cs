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

    /// <summary>200 when the node can serve, else 503: whoever sends people here sends them to another node.</summary>
    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellation) =>
        Results.StatusCode(await readiness.IsReady(cancellation) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
