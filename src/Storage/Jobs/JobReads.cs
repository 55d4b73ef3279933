using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Jobs;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Jobs;

/// <summary>Open jobs have an index of their own, so that finished ones cost nothing.</summary>
internal sealed class JobReads(IReadStore store) : IJobReads
{
    private const string Columns = """
        id AS Id, kind AS Kind, subject AS Subject, position AS Position, cursor AS Cursor, total AS Total,
        payload AS Payload, created_at_ms AS CreatedAt, finished_at_ms AS FinishedAt
        """;

    public async Task<ImmutableArray<JobRow>> Open(int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<JobRow>(
            $"SELECT {Columns} FROM job WHERE finished_at_ms IS NULL ORDER BY created_at_ms LIMIT @max", new { max })];
    }

    public async Task<JobRow?> Find(JobId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<JobRow>(
            $"SELECT {Columns} FROM job WHERE id = @id", new { id = id.Value });
    }
}
