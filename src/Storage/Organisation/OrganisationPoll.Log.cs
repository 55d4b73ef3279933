using Microsoft.Extensions.Logging;

namespace PartyRealtime.Storage.Organisation;

internal sealed partial class OrganisationPoll
{
    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "The organisation could not be looked at; the map stays as it was")]
    private partial void PollFailed(Exception failure);
}
