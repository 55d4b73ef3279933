using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Sessions;

namespace PartyRealtime.Web.Hosting;

/// <summary>The store without a server, for commands that look or write and end. A server may run beside it.</summary>
internal sealed class OfflineStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private OfflineStore(ServiceProvider services) => _services = services;

    /// <summary>Opens the store that the settings name, and makes it where there is none.</summary>
    /// <exception cref="Storage.Schema.SchemaTooOldException">Its servers are of an older version.</exception>
    public static async Task<OfflineStore> Open(NodeSettings settings)
    {
        var services = new ServiceCollection();
        services.AddPartyRealtimeStorage(new StoreOptions { DataDirectory = settings.DataDirectory, PostgreSql = settings.Store, PassesBy = true });
        services.AddOrganisationStorage(seed: null);
        services.AddSessionStorage();
        var store = new OfflineStore(services.BuildServiceProvider());
        await store.Service<StoreStart>().Start();
        return store;
    }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await Service<StoreStart>().Stop();
        await _services.DisposeAsync();
    }
}
