using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>The product on a PostgreSQL of its own, which may be stopped under it.</summary>
public sealed class ProductOnPostgreSql : RunningProduct
{
    public PostgreSqlServer Database { get; } = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected override async Task<string[]> Options() => ["--store", Database.TextFor(await Database.NewDatabase())];
}
