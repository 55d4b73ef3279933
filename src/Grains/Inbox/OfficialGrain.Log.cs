using Microsoft.Extensions.Logging;

namespace PartyRealtime.Grains.Inbox;

internal sealed partial class OfficialGrain
{
    [LoggerMessage(3501, LogLevel.Warning, "Items were not all closed at their deliveries; the sender is told that the outcome is unknown, and sends the act again")]
    private partial void NotClosed(Exception broken);
}
