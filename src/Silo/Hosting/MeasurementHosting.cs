using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// What a node tells operators: metrics in the Prometheus text format and health, on the operations port alone; and, when
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, traces, metrics and logs to that collector. The other standard variables
/// (protocol, headers, sampler, intervals, service name) are read by OpenTelemetry itself.
/// </summary>
public static class MeasurementHosting
{
    private const string Service = "partyrealtime";
    private const string CollectorVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters =
    [
        "PartyRealtime.*", "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel",
    ];

    /// <summary>The calls between grains, and the writer's batches; Orleans' own housekeeping is left out.</summary>
    private static readonly string[] Sources = ["Microsoft.Orleans.Application", "PartyRealtime.*"];

    /// <summary>Whether a collector is named: without one no span is made and no call carries a trace.</summary>
    public static bool HasCollector(this IConfiguration configuration) => !string.IsNullOrEmpty(configuration[CollectorVariable]);

    /// <summary>Adds the meters and, where a collector is named, what is sent to it.</summary>
    /// <param name="cluster">Null for a node that is alone.</param>
    public static void AddMeasurements(this IHostApplicationBuilder builder, ClusterSettings? cluster)
    {
        var isSent = builder.Configuration.HasCollector();
        var telemetry = builder.Services.AddOpenTelemetry();
        telemetry.ConfigureResource(resource => Describe(resource, cluster));
        telemetry.WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddPrometheusExporter();
            if (isSent)
                metrics.AddOtlpExporter();
        });
        if (!isSent)
            return;
        telemetry.WithTracing(traces => traces
            .AddAspNetCoreInstrumentation(http => http.Filter = IsTraced)
            .AddSource(Sources)
            .AddProcessor(new SpanWords())
            .AddOtlpExporter());
        telemetry.WithLogging(logs => logs.AddOtlpExporter());
    }

    /// <summary>
    /// Everything on the operations port ends here: metrics and health for their paths, nothing for any other. People's
    /// requests never come by this port and metrics never go out by theirs.
    /// </summary>
    /// <param name="operationsPort">Null for none.</param>
    public static void UseMeasurements(this IApplicationBuilder app, int? operationsPort)
    {
        if (operationsPort is { } port)
            app.UseWhen(http => http.Connection.LocalPort == port, UseOperations);
    }

    /// <summary>Metrics and health, and 404 for everything else.</summary>
    public static void UseOperations(this IApplicationBuilder operations)
    {
        operations.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == "/metrics");
        operations.Run(http => http.Request.Path.Value switch
        {
            "/health/live" => Results.Ok().ExecuteAsync(http),
            "/health/ready" => Ready(http),
            _ => Results.NotFound().ExecuteAsync(http),
        });
    }

    /// <summary>200 when the node can serve, else 503 and, as a line of plain text, why.</summary>
    public static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellation) =>
        await readiness.Missing(cancellation) is { } missing
            ? Results.Text(missing + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Ok();

    private static async Task Ready(HttpContext http)
    {
        var answer = await Ready(http.RequestServices.GetRequiredService<Readiness>(), http.RequestAborted);
        await answer.ExecuteAsync(http);
    }

    private static void Describe(ResourceBuilder resource, ClusterSettings? cluster)
    {
        var version = typeof(MeasurementHosting).Assembly.GetName().Version?.ToString(3);
        resource.AddService(Service, serviceVersion: version, serviceInstanceId: cluster?.Node ?? Environment.MachineName);
        if (cluster is not null)
            resource.AddAttributes([new("partyrealtime.cluster", cluster.Name)]);
        // Last, so that what an operator sets wins.
        resource.AddEnvironmentVariableDetector();
    }

    /// <summary>What people ask for; a socket is one request for hours, and health is asked for every second.</summary>
    private static bool IsTraced(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && http.Request.Headers.Upgrade.Count == 0
        && !HttpMethods.IsConnect(http.Request.Method);
}
