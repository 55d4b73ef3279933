using System.Diagnostics.Metrics;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Push;

/// <summary>What goes from node to node. Alarm rules are in docs/operations.md.</summary>
internal sealed class PushMetrics
{
    public const string MeterName = "PartyRealtime.Push";

    private static readonly KeyValuePair<string, object?> ByOrleans = new("way", "orleans");
    private static readonly KeyValuePair<string, object?> ByRedis = new("way", "redis");

    private readonly Counter<long> _sent;
    private readonly Counter<long> _batches;
    private readonly Counter<long> _lost;
    private readonly Counter<long> _unreadable;

    public PushMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _sent = meter.CreateCounter<long>("push.sent", "{hint}", "Hints that another node has taken, by the way they took.");
        _batches = meter.CreateCounter<long>("push.batches", "{batch}", "Calls or messages that carried them.");
        _lost = meter.CreateCounter<long>("push.lost", "{hint}", "Hints that did not reach another node; its poll of heads finds them.");
        _unreadable = meter.CreateCounter<long>("push.unreadable", "{message}", "Messages on this node's channel of Redis that are no hints.");
    }

    public void Sent(int hints, PushLinkKind way)
    {
        var tag = way == PushLinkKind.Redis ? ByRedis : ByOrleans;
        _sent.Add(hints, tag);
        _batches.Add(1, tag);
    }

    public void Lost(int hints) => _lost.Add(hints);

    public void Unreadable() => _unreadable.Add(1);
}
