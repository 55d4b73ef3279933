using OpenTelemetry.Metrics;

namespace PartyRealtime.Silo.Hosting;

/// <summary>The node's metrics in the Prometheus text format, on the operations port alone.</summary>
public static class MeasurementHosting
{
    private const string MetricsPath = "/metrics";

    public static void AddMeasurements(this IServiceCollection services) =>
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("PartyRealtime.*", "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel")
            .AddPrometheusExporter());

    /// <summary>
    /// Everything on the operations port ends here: metrics for their path, nothing for any other. People's requests
    /// never come by this port and metrics never go out by theirs.
    /// </summary>
    /// <param name="operationsPort">Null for none.</param>
    public static void UseMeasurements(this IApplicationBuilder app, int? operationsPort)
    {
        if (operationsPort is not { } port)
            return;
        app.UseWhen(http => http.Connection.LocalPort == port, operations =>
        {
            operations.UseOpenTelemetryPrometheusScrapingEndpoint(http => http.Request.Path == MetricsPath);
            operations.Run(http =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        });
    }
}
