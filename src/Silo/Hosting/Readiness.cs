using System.Data.Common;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Silo.Hosting;

/// <summary>Whether a node can serve: it is a member, its store answers, and it has not been told to leave.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime, ISiloStatusOracle silo, OrganisationReads organisation)
{
    public async Task<bool> IsReady(CancellationToken cancellation) =>
        !lifetime.ApplicationStopping.IsCancellationRequested && silo.CurrentStatus == SiloStatus.Active && await StoreAnswers(cancellation);

    /// <summary>Whether the store answers; a store that is silent is waited for as long as its driver does.</summary>
    public async Task<bool> StoreAnswers(CancellationToken cancellation)
    {
        try
        {
            await organisation.Version(cancellation);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
