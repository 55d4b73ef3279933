using Dapper;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Hosting;

/// <summary>Whether the store answers at all, however much is read.</summary>
public sealed class StoreProbe(IReadStore store)
{
    /// <summary>Reads a row of a table; waits for one that is silent as long as the driver does.</summary>
    /// <exception cref="System.Data.Common.DbException">The store is away.</exception>
    public async Task Look()
    {
        await using var connection = await store.OpenApart();
        await connection.ExecuteScalarAsync("SELECT position FROM stream_head LIMIT 1");
    }
}
