using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Commands;
using PartyRealtime.Web.Deliveries;
using PartyRealtime.Web.Demo;
using PartyRealtime.Web.Documents;
using PartyRealtime.Web.Drafting;
using PartyRealtime.Web.Files;
using PartyRealtime.Web.Health;
using PartyRealtime.Web.Hosting;
using PartyRealtime.Web.Inbox;
using PartyRealtime.Web.Live;
using PartyRealtime.Web.Nodes;
using PartyRealtime.Web.Organisation;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Registers;
using PartyRealtime.Web.Requests;
using PartyRealtime.Web.Search;

namespace PartyRealtime.Web;

/// <summary>The table of contents of a node: what it is made of, and in which order a request meets it.</summary>
public static class WebNode
{
    /// <summary>In a cluster; see <see cref="LiveOptions.LeavingNotice"/>.</summary>
    private static readonly TimeSpan LeavingNotice = TimeSpan.FromSeconds(2);

    /// <summary>A node, ready to run.</summary>
    /// <param name="settings">How it runs.</param>
    /// <param name="rewire">Changes the wiring last: how a test puts a lossy bus in the place of the bus.</param>
    /// <exception cref="InvalidOperationException">An endpoint declares no act.</exception>
    public static WebApplication Build(NodeSettings settings, Action<IServiceCollection>? rewire = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddNode(settings);
        builder.Services.AddPartyRealtimeStorage(new StoreOptions
        {
            DataDirectory = settings.DataDirectory, PostgreSql = settings.Store, FilesDirectory = settings.Files, Decider = settings.Decider,
        });
        builder.Services.AddOrganisationStorage(settings.Seed);
        builder.AddPartyRealtimeSilo(settings.Cluster, settings.Dashboard);
        builder.Services.AddSessions();
        builder.Services.AddSingleton(new StandingOptions { ConnectionsMax = settings.ConnectionsMax });
        builder.Services.AddSingleton<StandingConnections>();
        builder.Services.AddDrafting(new DraftingOptions());
        builder.Services.AddLive(new LiveOptions { LeavingNotice = settings.Cluster is null ? TimeSpan.Zero : LeavingNotice });
        builder.Services.AddSingleton<CatchUpGate>();
        builder.AddMeasurements(settings.Cluster);
        builder.Services.AddOpenApi(api => api.AddSchemaTransformer(SecrecySchema.Describe));
        builder.Services.AddSingleton<SearchGate>();
        if (settings.Traffic)
            builder.Services.AddHostedService<Traffic>();
        builder.Services.ConfigureHttpJsonOptions(options => WireJson.Apply(options.SerializerOptions));
        rewire?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseProxy(settings);
        app.UseMeasurements(settings.OperationsPort);
        app.UseSecurityHeaders(settings);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ExceptionAnswers.Write,
            SuppressDiagnosticsCallback = ExceptionAnswers.IsRefusal,
        });
        app.UseClientFiles();
        app.UseRouting();
        app.UseLive();
        app.UseActs();

        app.MapHealth();
        app.MapSessions();
        app.MapRecipients();
        app.MapOfficials();
        app.MapStaff();
        app.MapDocuments();
        app.MapDrafting();
        app.MapDeliveries();
        app.MapRegisters();
        app.MapSearch();
        app.MapFiles();
        app.MapInbox();
        app.MapCommands();
        app.MapNodes();
        if (settings.Dashboard)
            app.MapDashboard();
        app.MapLive();
        app.MapOpenApi().RequireAct(Act.ReadPublic);
        app.MapClientPage();
        app.AssertEveryEndpointHasAnAct();
        return app;
    }
}
