using System.Diagnostics.Metrics;

namespace PartyRealtime.Web.Drafting;

/// <summary>The meter "PartyRealtime.Drafting".</summary>
internal sealed class DraftingMetrics : IDisposable
{
    public const string MeterName = "PartyRealtime.Drafting";

    private readonly Meter _meter;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _relayed;
    private readonly Counter<long> _gaps;
    private readonly Counter<long> _closed;
    private readonly Counter<long> _refused;

    public DraftingMetrics(IMeterFactory factory, DraftSockets sockets)
    {
        _meter = factory.Create(MeterName);
        _meter.CreateObservableUpDownCounter("drafting.sockets", () => sockets.Count, "{socket}", "Open sockets of drafts.");
        _updates = _meter.CreateCounter<long>("drafting.updates", "{update}", "Updates that clients sent.");
        _relayed = _meter.CreateCounter<long>("drafting.relayed", "{update}", "Updates that the node was handed to send on.");
        _gaps = _meter.CreateCounter<long>("drafting.gaps", "{room}", "Relays that a room missed: its sockets were closed and re-sync.");
        _closed = _meter.CreateCounter<long>("drafting.closed", "{socket}", "Sockets that ended, by the code of the close frame.");
        _refused = _meter.CreateCounter<long>("drafting.refused", "{request}", "Sockets refused: the node stops or is at its limit.");
    }

    public void Update() => _updates.Add(1);

    public void Relayed(int updates) => _relayed.Add(updates);

    public void Gap() => _gaps.Add(1);

    public void Closed(DraftClose why) => _closed.Add(1, new KeyValuePair<string, object?>("code", why.Code));

    public void Refused() => _refused.Add(1);

    public void Dispose() => _meter.Dispose();
}
