using System.Data.Common;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Silo.Hosting;

/// <summary>Whether a node can serve: it is a member, its store answers, and it has not been told to leave.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime, ISiloStatusOracle silo, OrganisationReads organisation)
{
    private readonly Lock _lock = new();
    private Task<bool>? _look;

    public async Task<bool> IsReady(CancellationToken cancellation) =>
        !lifetime.ApplicationStopping.IsCancellationRequested && silo.CurrentStatus == SiloStatus.Active && await StoreAnswers(cancellation);

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
            await organisation.Version();
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
