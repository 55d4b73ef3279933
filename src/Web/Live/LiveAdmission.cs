using PartyRealtime.Silo.Hosting;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Live;

/// <summary>
/// Refuses new live connections near the node's limit, and while it moves those it has to other nodes, with a time to come back.
/// A connection's request lasts as long as it.
/// </summary>
internal sealed class LiveAdmission(RequestDelegate next, LiveMetrics metrics, StandingConnections connections, NodeDrain drain)
{
    public async Task Invoke(HttpContext http)
    {
        // What precedes a connection takes no place, and is refused where the connection would be.
        var isConnection = http.WebSockets.IsWebSocketRequest;
        using var place = isConnection ? connections.Take() : null;
        if (drain.TakesConnections && (isConnection ? place is not null : connections.HasRoom))
        {
            await next(http);
            return;
        }

        metrics.Refused();
        await ComeBack.Busy().Write(http);
    }
}
