using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

public sealed class PostgreSqlDatabase(PostgreSqlServer server) : TestDatabase
{
    private string? name;

    public override StoreKind Kind => StoreKind.PostgreSql;

    public string Name => name!;

    public override async Task<StoreOptions> OptionsOf(int node)
    {
        name ??= await server.NewDatabase();
        return new StoreOptions { DataDirectory = Path.Combine(Folder, $"node{node}"), PostgreSql = server.TextFor(name) };
    }

    public override Task Execute(string sql) => server.Execute(Name, sql);

    protected override async Task Drop()
    {
        if (name is not null)
            await server.Execute("postgres", $"DROP DATABASE {name} WITH (FORCE)");
    }
}
