using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>Each read is one look-up by key.</summary>
internal sealed class DocumentReads(IReadStore store, TimeProvider time) : IDocumentReads
{
    public async Task<DocumentRow?> Find(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<DocumentRow>(
            $"SELECT {Columns.Document} FROM document d WHERE d.id = @id", new { id = id.Value });
    }

    public async Task<string?> Body(DocumentId id, int version, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<string>(
            "SELECT text FROM document_body WHERE document_id = @id AND version = @version", new { id = id.Value, version });
    }

    public async Task<ImmutableArray<DocumentFileRow>> Files(DocumentId id, int version, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<DocumentFileRow>(
            $"SELECT {Columns.File} FROM document_file f WHERE f.document_id = @id AND f.version = @version ORDER BY f.ordinal",
            new { id = id.Value, version })];
    }

    public async Task<ImmutableArray<UploadRow>> Uploads(
        OfficialId official, IReadOnlyCollection<string> hashes, CancellationToken cancellation = default)
    {
        if (hashes.Count == 0)
            return [];
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<UploadRow>(
            """
            SELECT official_id AS Official, hash AS Hash, name AS Name, size_bytes AS SizeBytes, media_type AS MediaType, at_ms AS At
            FROM upload WHERE official_id = @official AND hash IN @hashes AND at_ms > @since
            """,
            new { official = official.Value, hashes = Lists.In(hashes), since = time.GetUtcNow() - UploadLimits.UsableFor })];
    }

    public async Task<ImmutableArray<DocumentRow>> RecallsAnswered(int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<DocumentRow>(
            $"SELECT {Columns.Document} FROM document d WHERE {RecallSql.Answered} LIMIT @max", new { max })];
    }

    public async Task<RecallAnswers> RecallAnswers(DocumentId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleAsync<RecallAnswers>(RecallSql.Answers, new { id = id.Value });
    }

    public async Task<int> Remindable(
        DocumentId id, DateTimeOffset before, IReadOnlyCollection<UnitId> units, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var waiting = await connection.QueryAsync<int>(
            $"SELECT v.unit_id FROM delivery v WHERE v.document_id = @id AND {RemindableSql.Due}",
            new { id = id.Value, before = before.ToUnixTimeMilliseconds() });
        return units.Count == 0 ? waiting.Count() : waiting.Intersect(units.Select(unit => unit.Value)).Count();
    }

    public async Task<ImmutableArray<HistoryLine>> History(DocumentId id, int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var newestFirst = await connection.QueryAsync<HistoryLine>(
            """
            SELECT f.position AS Position, f.at_ms AS At, f.kind AS Kind, f.official_id AS Official, o.name AS Name, f.payload AS Payload
            FROM fact f LEFT JOIN official o ON o.id = f.official_id
            WHERE f.stream = @id ORDER BY f.position DESC LIMIT @max
            """,
            new { id = id.Value, max });
        return [.. newestFirst.Reverse()];
    }
}
