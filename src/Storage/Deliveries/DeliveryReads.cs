using System.Collections.Immutable;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Each read is one look-up by key or by the unique (document, ordinal).</summary>
internal sealed class DeliveryReads(IReadStore store) : IDeliveryReads
{
    public async Task<DeliveryRow?> Find(DeliveryId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<DeliveryRow>(
            $"SELECT {Columns.Delivery} FROM delivery v WHERE v.id = @id", new { id = id.Value });
    }

    public async Task<ImmutableArray<StepRow>> Steps(DeliveryId id, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<StepRow>(
            $"SELECT {Columns.Step} FROM step s WHERE s.delivery_id = @id ORDER BY s.assigned_at_ms, s.role, s.seat_id",
            new { id = id.Value })];
    }

    public async Task<ImmutableArray<DeliveryRow>> Unopened(DateTimeOffset now, int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        // The partial index is only considered when the statement says its condition in so many words.
        return [.. await connection.QueryAsync<DeliveryRow>(
            $"""
            SELECT {Columns.Delivery} FROM delivery v
            WHERE v.escalate_at_ms IS NOT NULL AND v.opened_at_ms IS NULL AND v.escalated_at_ms IS NULL AND v.state = 2
              AND v.escalate_at_ms <= @now AND v.recall IN (0, 3)
            ORDER BY v.escalate_at_ms LIMIT @max
            """,
            new { now = now.ToUnixTimeMilliseconds(), max })];
    }

    public async Task<ImmutableArray<DeliveryRow>> Chunk(
        DocumentId document, long after, int max, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return [.. await connection.QueryAsync<DeliveryRow>(
            $"""
            SELECT {Columns.Delivery} FROM delivery v
            WHERE v.document_id = @document AND v.ordinal > @after ORDER BY v.ordinal LIMIT @max
            """,
            new { document = document.Value, after, max })];
    }
}
