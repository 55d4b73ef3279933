using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Silo.Hosting;

/// <summary>A node that decides and serves no people: grains, jobs, deadlines; health and metrics on its operations port.</summary>
public static class HeadlessNode
{
    public static WebApplication Build(HeadlessSettings settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(settings.OperationsListen, settings.OperationsPort));
        builder.Logging.AddNodeLog();
        builder.Services.AddPartyRealtimeStorage(new StoreOptions
        {
            DataDirectory = settings.DataDirectory, PostgreSql = settings.Cluster.Store, FilesDirectory = settings.Files, Decider = settings.Cluster.Name,
        });
        builder.Services.AddOrganisationStorage(seed: null);
        builder.Services.AddSessionStorage();
        builder.AddPartyRealtimeSilo(settings.Cluster, settings.Dashboard);
        builder.AddMeasurements(settings.Cluster);

        var app = builder.Build();
        app.UseOperations();
        return app;
    }
}
