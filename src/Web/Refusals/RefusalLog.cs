namespace PartyRealtime.Web.Refusals;

/// <summary>What the log says of requests that were refused before anybody looked at what they ask for.</summary>
internal static partial class RefusalLog
{
    [LoggerMessage(4301, LogLevel.Information, "A request could not be read: {Code}, field {Field}")]
    public static partial void Unreadable(ILogger logger, string code, string? field);
}
