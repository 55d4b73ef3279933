using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.BrowserTests.Product;

/// <summary>The product on a PostgreSQL of its own, which may be stopped under it.</summary>
public sealed class ProductOnPostgreSql : RunningProduct
{
    public PostgreSqlServer Database { get; } = new();

    private string _name = "";

    /// <summary>Changes the store behind the server's back.</summary>
    public Task Execute(string sql) => Database.Execute(_name, sql);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
    }

    protected override async Task<string[]> Options()
    {
        _name = await Database.NewDatabase();
        return ["--store", Database.TextFor(_name)];
    }
}
