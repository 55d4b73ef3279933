using Npgsql;
using PartyRealtime.Storage.Commits.PostgreSql;
using PartyRealtime.Storage.Hosting;

namespace PartyRealtime.StorageTests.Reading;

/// <summary>Three nodes whose pools grew to the driver's own bound of 100 once took every connection that the database had.</summary>
public sealed class PoolTests
{
    [Theory]
    [InlineData("Host=127.0.0.1", 24)]
    [InlineData("Host=127.0.0.1;Maximum Pool Size=100", 100)]
    [InlineData("Host=127.0.0.1;maxpoolsize=7", 7)]
    public async Task A_node_reads_over_24_connections_unless_it_is_told_another_number(string given, int expected)
    {
        await using var sources = new PostgreSqlSources(new StoreOptions { DataDirectory = "", PostgreSql = given });

        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(sources.Read.ConnectionString).MaxPoolSize);
    }
}
