using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;

namespace PartyRealtime.Silo.Nodes;

/// <summary>What this node says of itself, and its end. Measures from the host's start.</summary>
internal sealed class NodeSelf(
    NodeIdentity identity, NodeMeters meters, ProcessorShare processors, Readiness readiness, IHostApplicationLifetime lifetime, TimeProvider time)
    : IHostedService
{
    /// <summary>Whether the store answers is waited for no longer, so that the report itself is in time.</summary>
    private static readonly TimeSpan ReadinessMax = NodeLimits.AnswerMax / 2;

    /// <summary>Until an answer that promised the end is on its way.</summary>
    private static readonly TimeSpan StopAfter = TimeSpan.FromMilliseconds(500);

    private readonly long _began = time.GetTimestamp();
    private int _isTold;

    /// <summary>Whether this node was told to stop, in whatever way.</summary>
    public bool IsDraining => _isTold == 1 || lifetime.ApplicationStopping.IsCancellationRequested;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The process's start by the clock of now: what the time of day was then may have been wrong.</summary>
    private DateTimeOffset Since => time.GetUtcNow() - time.GetElapsedTime(_began);

    public async Task<NodeReport> Report() => new(identity.Name, await State(), Figures(meters.Read()));

    /// <summary>As <see cref="INodeService.Stop"/>. Returns at once.</summary>
    public void Stop(DateTimeOffset orderedAt)
    {
        if (Since > orderedAt + NodeLimits.ClocksApartMax || Interlocked.Exchange(ref _isTold, 1) == 1)
            return;
        // What runs at the stop blocks its caller for seconds.
        _ = Task.Run(StopSoon);
    }

    private async Task StopSoon()
    {
        await Task.Delay(StopAfter, time);
        lifetime.StopApplication();
    }

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
