using System.Diagnostics.Metrics;

namespace PartyRealtime.Silo.Push;

/// <summary>What goes from node to node. Alarm rules are in docs/operations.md.</summary>
internal sealed class PushMetrics
{
    private readonly Counter<long> _sent;
    private readonly Counter<long> _batches;
    private readonly Counter<long> _lost;

    public PushMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("PartyRealtime.Push");
        _sent = meter.CreateCounter<long>("push.sent", "{hint}", "Hints that another node has taken.");
        _batches = meter.CreateCounter<long>("push.batches", "{batch}", "Calls or messages that carried them.");
        _lost = meter.CreateCounter<long>("push.lost", "{hint}", "Hints that did not reach another node; its poll of heads finds them.");
    }

    public void Sent(int hints)
    {
        _sent.Add(hints);
        _batches.Add(1);
    }

    public void Lost(int hints) => _lost.Add(hints);
}
