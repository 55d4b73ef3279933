using System.Data.Common;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Organisation;
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

    /// <summary>200 when the silo is up and the store answers, else 503.</summary>
    private static async Task<IResult> Ready(OrganisationReads reads, ISiloStatusOracle silo, CancellationToken cancellation)
    {
        if (silo.CurrentStatus != SiloStatus.Active)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        try
        {
            await reads.Version(cancellation);
            return Results.Ok();
        }
        catch (DbException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
