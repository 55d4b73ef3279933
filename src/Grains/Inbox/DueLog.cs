using Microsoft.Extensions.Logging;

namespace PartyRealtime.Grains.Inbox;

internal static partial class DueLog
{
    [LoggerMessage(3101, LogLevel.Warning, "Looking for passed deadlines failed; the next look tries again.")]
    public static partial void LookFailed(ILogger logger, Exception failure);
}
