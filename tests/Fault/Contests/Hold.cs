using Dapper;
using Npgsql;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>Rows or tables that the test holds, so that nobody else passes them until it is disposed.</summary>
internal sealed class Hold : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private Hold(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The heads of these streams: what is decided on them can be read and not written.</summary>
    public static Task<Hold> Heads(OfficeCluster cluster, IEnumerable<Guid> streams) => Of(
        cluster, "SELECT 1 FROM stream_head WHERE stream = ANY (@streams) ORDER BY stream FOR UPDATE", new { streams = streams.ToArray() });

    /// <summary>The table of members: a node that was declared dead cannot read there that it was.</summary>
    public static Task<Hold> Members(OfficeCluster cluster) => Of(cluster, "LOCK TABLE cluster_member IN ACCESS EXCLUSIVE MODE");

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static async Task<Hold> Of(OfficeCluster cluster, string sql, object? parameters = null)
    {
        var connection = cluster.Connection();
        await connection.OpenAsync();
        // Ended with the connection.
        await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(sql, parameters);
        return new Hold(connection);
    }
}
