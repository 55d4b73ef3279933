using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Nodes;

/// <summary>What this node says of itself, and its end. Measures from the host's start.</summary>
internal sealed class NodeSelf(
    NodeIdentity identity, NodeMeters meters, ProcessorShare processors, Readiness readiness, NodeDrain drain,
    IHostApplicationLifetime lifetime, TimeProvider time)
    : IHostedService
{
    /// <summary>Whether the store answers is waited for no longer, so that the report itself is in time.</summary>
    private static readonly TimeSpan ReadinessMax = NodeLimits.AnswerMax / 2;

    private readonly long _began = time.GetTimestamp();

    /// <summary>Whether this node was told to stop, in whatever way.</summary>
    public bool IsDraining => drain.IsUnderWay || lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The process's start by the clock of now: what the time of day was then may have been wrong.</summary>
    private DateTimeOffset Since => time.GetUtcNow() - time.GetElapsedTime(_began);

    public async Task<NodeReport> Report() => new(identity.Name, await State(), Figures(meters.Read()), drain.Report);

    /// <summary>As <see cref="INodeService.Stop"/>. Returns at once.</summary>
    public void Stop(DateTimeOffset orderedAt)
    {
        if (Since <= orderedAt + NodeLimits.ClocksApartMax)
            drain.Begin(orderedAt);
    }

    /// <summary>As <see cref="INodeService.Resume"/>.</summary>
    public bool Resume(DateTimeOffset orderedAt) => !lifetime.ApplicationStopping.IsCancellationRequested && drain.TakeBack(orderedAt);

    private async Task<NodeState> State()
    {
        if (IsDraining)
            return NodeState.Draining;
        try
        {
            return await readiness.Missing(CancellationToken.None).WaitAsync(ReadinessMax, time) is null ? NodeState.Ready : NodeState.NotReady;
        }
        catch (TimeoutException)
        {
            return NodeState.NotReady;
        }
    }

    private NodeFigures Figures(MeterFigures measured) => new(
        identity.Roles.HasFlag(NodeRoles.Web),
        identity.Roles.HasFlag(NodeRoles.Silo),
        typeof(NodeSelf).Assembly.GetName().Version!.ToString(3),
        Since,
        measured.Connections,
        processors.Value,
        Environment.WorkingSet,
        measured.CommitsPerSecond,
        measured.BatchSize,
        measured.CommitMsP50,
        measured.CommitMsP99,
        measured.QueueLength,
        measured.PushLagMsP99,
        measured.LostHints,
        measured.OldestJobSeconds);
}
