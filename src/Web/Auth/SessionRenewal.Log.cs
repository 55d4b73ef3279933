using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Web.Auth;

internal sealed partial class SessionRenewal
{
    [LoggerMessage(EventId = 4111, Level = LogLevel.Warning, Message = "A session was not extended")]
    private partial void RenewalFailed(Exception failure);

    [LoggerMessage(EventId = 4112, Level = LogLevel.Warning, Message = "A session was not extended: {Code}")]
    private partial void RenewalRefused(RefusalCode code);
}
