using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Storage.Commits.PostgreSql;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Nodes;

/// <summary>
/// By the names of the open connections, not by the table of members: a cluster may keep its members in Redis, a node that
/// is alone has none, and rows outlive those who wrote them.
/// </summary>
internal sealed class OtherDeciders(IReadStore store) : IOtherDeciders
{
    private const string Sql = """
        SELECT DISTINCT substr(application_name, length(@prefix) + 1) AS name FROM pg_stat_activity
        WHERE datname = current_database() AND starts_with(application_name, @prefix)
          AND application_name <> current_setting('application_name')
        ORDER BY name
        """;

    public async Task<ImmutableArray<string>> Read(CancellationToken cancellation = default)
    {
        if (store.Kind == StoreKind.Sqlite)
            return [];
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<string>(
            new CommandDefinition(Sql, new { prefix = PostgreSqlSources.DeciderPrefix }, cancellationToken: cancellation))];
    }
}
