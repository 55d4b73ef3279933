using System.Data.Common;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// Whether a node can serve: it is a member, somebody in the cluster decides, its store answers, and it has not been told to
/// leave.
/// </summary>
public sealed class Readiness(IHostApplicationLifetime lifetime, NodeDrain drain, ISiloStatusOracle silo, Deciders deciders, StoreProbe store)
{
    private readonly Lock _lock = new();
    private Task<bool>? _look;

    /// <summary>Why this node cannot serve, as a sentence for operators; null when it can.</summary>
    public async Task<string?> Missing(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return "This node was told to stop.";
        if (drain.IsUnderWay)
            return "This node is drained.";
        if (silo.CurrentStatus != SiloStatus.Active)
            return "This node has not joined its cluster.";
        if (!deciders.Any)
            return "No node of the cluster decides: start a silo, or a node with both roles.";
        return await StoreAnswers(cancellation) ? null : "The store does not answer.";
    }

    /// <summary>
    /// Whether the store answers; one that is silent is waited for as long as its driver does. Who asks while the store is
    /// looked at gets that answer: while it is away, every page at the node asks.
    /// </summary>
    public Task<bool> StoreAnswers(CancellationToken cancellation)
    {
        Task<bool> look;
        lock (_lock)
            look = _look is { IsCompleted: false } running ? running : _look = Look();
        return look.WaitAsync(cancellation);
    }

    private async Task<bool> Look()
    {
        try
        {
            await store.Look();
            return true;
        }
        catch (Exception away) when (away is DbException or TimeoutException or IOException)
        {
            return false;
        }
    }
}
