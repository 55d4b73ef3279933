namespace PartyRealtime.Web.Demo;

internal static partial class TrafficLog
{
    [LoggerMessage(4201, LogLevel.Warning, "A simulated official's act failed.")]
    public static partial void ActFailed(ILogger logger, Exception failure);
}
