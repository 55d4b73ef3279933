namespace PartyRealtime.Silo.Hosting;

/// <summary>How a node logs.</summary>
public static class NodeLog
{
    /// <summary>
    /// Warnings and worse, a line each, to standard error: standard output holds the address and the demo password and
    /// nothing else.
    /// </summary>
    public static void AddNodeLog(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.SetMinimumLevel(LogLevel.Warning);
        // A start that failed is said by ProgramEnd, in a sentence; what breaks later is critical.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        // Counts from the machine's boot until its first check, and warns of it at every start.
        logging.AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        // Recommends the server collector at every start; docs/decisions/0013 says why we do not follow.
        logging.AddFilter("Orleans.Runtime.Silo", LogLevel.Error);
    }
}
