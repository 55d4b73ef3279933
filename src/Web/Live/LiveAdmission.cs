using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Live;

/// <summary>Refuses new live connections near the node's limit, with a time to come back.</summary>
internal sealed class LiveAdmission
{
    private readonly RequestDelegate _next;
    private readonly StandingConnections _connections;
    private readonly LiveMetrics _metrics;

    public LiveAdmission(RequestDelegate next, LiveMap map, LiveMetrics metrics, StandingConnections connections)
    {
        (_next, _connections, _metrics) = (next, connections, metrics);
        connections.Count(() => map.Connections);
    }

    public Task Invoke(HttpContext http)
    {
        if (_connections.HasRoom)
            return _next(http);
        _metrics.Refused();
        return new Refusal(RefusalCode.Busy).Write(http);
    }
}
