using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>One look-up by key; the sub-selects end at the first row they find.</summary>
internal sealed class DocumentScope(IReadStore store) : IDocumentScope
{
    private const string Sql =
        """
        SELECT count(*) FROM document d
        WHERE d.id = @Document AND d.secrecy <= @Clearance AND (
          d.author_id = @Official OR d.author_seat_id IN @Seats OR d.reviewer_seat_id IN @Seats
          OR (d.unit_id IN @ClerkOf AND d.state <> 1)
          OR (d.issued_at_ms IS NOT NULL AND (
            d.unit_id IN @LeaderOf
            OR EXISTS (SELECT 1 FROM delivery v
              WHERE v.document_id = d.id AND (v.unit_id IN @ClerkOf OR v.unit_id IN @LeaderOf) AND v.state <> 1)
            OR EXISTS (SELECT 1 FROM step s JOIN delivery v ON v.id = s.delivery_id
              WHERE s.seat_id IN @Seats AND v.document_id = d.id))))
        """;

    // No id is below 1: a person without such a seat is in none of the lists, and no list is empty.
    private const int Nobody = 0;

    public async Task<bool> MaySee(Actor actor, DocumentId document, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long>(new CommandDefinition(
            Sql,
            new
            {
                Document = document.Value,
                Clearance = (int)actor.Clearance,
                Official = actor.Official.Value,
                Seats = actor.Seats.Select(seat => seat.Seat.Value).Append(Nobody).ToArray(),
                ClerkOf = Units(actor, SeatRole.Clerk),
                LeaderOf = Units(actor, SeatRole.Leader),
            },
            cancellationToken: cancellation)) > 0;
    }

    private static int[] Units(Actor actor, SeatRole role) =>
        [.. actor.Seats.Where(seat => seat.Role == role && seat.Unit is not null).Select(seat => seat.Unit!.Value.Value), Nobody];
}
