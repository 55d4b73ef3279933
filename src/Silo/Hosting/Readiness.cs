using System.Data.Common;
using PartyRealtime.Storage.Organisation;

namespace PartyRealtime.Silo.Hosting;

/// <summary>Whether a node can serve: it is a member, its store answers, and it has not been told to leave.</summary>
public sealed class Readiness(IHostApplicationLifetime lifetime, ISiloStatusOracle silo, OrganisationReads organisation)
{
    public async Task<bool> IsReady(CancellationToken cancellation)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested || silo.CurrentStatus != SiloStatus.Active)
            return false;
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
