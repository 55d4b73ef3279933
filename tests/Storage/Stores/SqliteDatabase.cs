using Dapper;
using Microsoft.Data.Sqlite;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

public sealed class SqliteDatabase : TestDatabase
{
    public override StoreKind Kind => StoreKind.Sqlite;

    public int? PagesMax { get; set; }

    public string FilePath => Path.Combine(Folder, "partyrealtime.db");

    public override Task<StoreOptions> OptionsOf(int node) =>
        Task.FromResult(new StoreOptions { DataDirectory = Folder, SqlitePagesMax = PagesMax });

    public override async Task Execute(string sql)
    {
        await using var connection = Open();
        await connection.ExecuteAsync(sql);
    }

    public override async Task<IAsyncDisposable> HoldWrites()
    {
        var connection = Open();
        await connection.ExecuteAsync("BEGIN IMMEDIATE");
        return connection;
    }

    protected override Task StopDatabaseClock(DateTimeOffset instant) => Task.CompletedTask;

    protected override Task Drop()
    {
        SqliteConnection.ClearAllPools();
        return Task.CompletedTask;
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        return connection;
    }
}
