namespace PartyRealtime.Web.Auth;

internal sealed partial class SessionWatch
{
    [LoggerMessage(EventId = 4101, Level = LogLevel.Warning, Message = "The watched sessions could not be looked at")]
    private partial void LookFailed(Exception failure);
}
