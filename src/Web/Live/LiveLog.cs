using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Live;

/// <summary>What the log says of live connections. SignalR's own word on an ended one is an error for whatever a client sent.</summary>
internal static partial class LiveLog
{
    /// <summary>The category whose errors are told here instead, by what they are.</summary>
    public const string Replaced = "Microsoft.AspNetCore.SignalR.HubConnectionHandler";

    /// <summary>A connection has ended: what nobody can read is refused, a line that broke is no news, anything else is a bug.</summary>
    public static void Ended(ILogger logger, Exception? failure)
    {
        switch (failure)
        {
            case InvalidDataException:
                RefusalMetrics.Refused(RefusalCode.Malformed);
                Refused(logger, RefusalResults.CodeOf(RefusalCode.Malformed));
                break;
            case null or OperationCanceledException or IOException or System.Net.WebSockets.WebSocketException:
                break;
            default:
                Failed(logger, failure);
                break;
        }
    }

    [LoggerMessage(5105, LogLevel.Information, "Refused over a live connection: {Code}")]
    public static partial void Refused(ILogger logger, string code);

    [LoggerMessage(5106, LogLevel.Error, "A live connection ended by an error")]
    private static partial void Failed(ILogger logger, Exception failure);
}
