using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Drafting;

/// <summary>Each statement is a range of a key.</summary>
internal sealed class DraftReads(IReadStore store) : IDraftReads
{
    private const string SnapshotSql =
        """
        SELECT document_id AS Document, seq AS Seq, at_ms AS At, state AS State
        FROM draft_snapshot WHERE document_id = @id ORDER BY seq DESC LIMIT 1
        """;

    private const string TailSql =
        """
        SELECT document_id AS Document, seq AS Seq, kind AS Kind, official_id AS "By", at_ms AS At, bytes AS Bytes
        FROM draft_update WHERE document_id = @id AND seq > @after ORDER BY seq
        """;

    private const string ClientsSql =
        "SELECT document_id AS Document, client_id AS Client, official_id AS Official FROM draft_client WHERE document_id = @id";

    /// <summary>A snapshot stays when the places that it contains are swept.</summary>
    private const string HeadSql =
        """
        SELECT seq FROM (
          SELECT seq FROM draft_update WHERE document_id = @id
          UNION ALL SELECT seq FROM draft_snapshot WHERE document_id = @id) written
        ORDER BY seq DESC LIMIT 1
        """;

    public async Task<StoredDraft> Load(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        // A snapshot that is written between two reads would hide what the tail then lacks.
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var newest = await connection.QuerySingleOrDefaultAsync<DraftSnapshotRow>(SnapshotSql, new { id = id.Value }, snapshot);
        var tail = await connection.QueryAsync<DraftEntryRow>(TailSql, new { id = id.Value, after = newest?.Seq ?? 0 }, snapshot);
        var clients = await connection.QueryAsync<DraftClientRow>(ClientsSql, new { id = id.Value }, snapshot);
        return new StoredDraft(newest, [.. tail], [.. clients]);
    }

    public async Task<long> Head(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<long>(HeadSql, new { id = id.Value });
    }

    public async Task<int> NamedVersions(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleAsync<int>("SELECT count(*) FROM draft_mark WHERE document_id = @id", new { id = id.Value });
    }

    public async Task<StoredVersion?> Version(DocumentId id, VersionKey version, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var state = await connection.QuerySingleOrDefaultAsync<byte[]>(
            version.IsNamed
                ? "SELECT state FROM draft_mark WHERE document_id = @id AND position = @number"
                : "SELECT state FROM draft_version WHERE document_id = @id AND version = @number",
            new { id = id.Value, number = version.Number });
        return state is null ? null : new StoredVersion(state, [.. await connection.QueryAsync<DraftClientRow>(ClientsSql, new { id = id.Value })]);
    }

    public async Task<ImmutableArray<DraftParticipantRow>> Participants(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await ParticipantReads.Of(connection, id);
    }

    public async Task<DraftThreadRow?> Thread(DocumentId id, ThreadId thread, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<DraftThreadRow>(
            $"SELECT {ThreadSql.Thread} FROM draft_thread WHERE document_id = @id AND thread_id = @thread", new { id = id.Value, thread = thread.Value });
    }

    public async Task<int> Threads(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return (int)await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM draft_thread WHERE document_id = @id", new { id = id.Value });
    }

    public async Task<int> Said(DocumentId id, long after, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return (int)await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM draft_thread_entry WHERE document_id = @id AND position > @after", new { id = id.Value, after });
    }
}
