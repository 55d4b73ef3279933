using System.Collections.Concurrent;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>A line to every other node that has not been declared dead.</summary>
internal sealed class PushLines(
    ISiloStatusOracle silos, ILocalSiloDetails self, INodeLink link, OrleansLink orleans, FollowedHere here, PushMetrics metrics, TimeProvider time)
    : IHostedService, ISiloStatusListener
{
    private readonly ConcurrentDictionary<SiloAddress, Lazy<PushLine>> _lines = new();
    private readonly PushWays _ways = new(self.SiloAddress, link, orleans, here, metrics, time);
    private volatile bool _ended;

    /// <summary>Queues the hint for every node that wants it. Returns at once.</summary>
    public void Offer(PushEnvelope hint)
    {
        foreach (var line in _lines.Values)
            line.Value.Offer(hint);
    }

    /// <summary>A node has said what it follows.</summary>
    public bool Hear(FollowedChange change) => Line(change.Node)?.Hear(change) ?? false;

    public void SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status)
    {
        if (status == SiloStatus.Dead)
            Drop(updatedSilo);
        else if (status == SiloStatus.Active)
            Line(updatedSilo);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        silos.SubscribeToSiloStatusEvents(this);
        foreach (var silo in silos.GetApproximateSiloStatuses(onlyActive: true).Keys)
            Line(silo);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _ended = true;
        silos.UnSubscribeFromSiloStatusEvents(this);
        foreach (var line in _lines.Values)
            await line.Value.DisposeAsync();
        _lines.Clear();
    }

    private PushLine? Line(SiloAddress node)
    {
        if (_ended || node.Equals(self.SiloAddress) || silos.IsDeadSilo(node))
            return null;
        return _lines.GetOrAdd(node, static (silo, ways) => new Lazy<PushLine>(() => new PushLine(silo, ways)), _ways).Value;
    }

    private void Drop(SiloAddress node)
    {
        if (_lines.TryRemove(node, out var line))
            _ = line.Value.DisposeAsync().AsTask();
    }
}
