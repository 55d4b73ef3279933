using System.Net;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Silo.Hosting;

/// <summary>A node that decides and serves no people: grains, jobs, deadlines; health and metrics on its operations port.</summary>
public static class HeadlessNode
{
    public static WebApplication Build(HeadlessSettings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, settings.OperationsPort));
        builder.Logging.AddNodeLog();
        builder.Services.AddPartyRealtimeStorage(new StoreOptions
        {
            DataDirectory = settings.DataDirectory, PostgreSql = settings.Cluster.Store, FilesDirectory = settings.Files,
        });
        builder.Services.AddOrganisationStorage(seed: null);
        builder.AddPartyRealtimeSilo(settings.Cluster);
        builder.Services.AddMeasurements();

        var app = builder.Build();
        app.UseOpenTelemetryPrometheusScrapingEndpoint();
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", async (Readiness readiness, CancellationToken cancellation) =>
            Results.StatusCode(await readiness.IsReady(cancellation) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
        return app;
    }
}
