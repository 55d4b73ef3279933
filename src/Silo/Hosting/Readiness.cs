using System.Data.Common;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Silo.Hosting;

/// <summary>Whether a node can serve: it is a member, its store answers, and it has not been told to leave.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime, ISiloStatusOracle silo, OrganisationReads organisation)
{
    private readonly Lock _lock = new();
    private Task<bool>? _look;

    /// <summary>Who asks while the store is looked at gets that answer: while it is away, every page at the node asks.</summary>
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || silo.CurrentStatus != SiloStatus.Active)
            return false;
        Task<bool> look;
        lock (_lock)
            look = _look is { IsCompleted: false } running ? running : _look = StoreAnswers();
        return await look.WaitAsync(cancellation);
    }

    private async Task<bool> StoreAnswers()
    {
        try
        {
            await organisation.Version();
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
