using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Reading;

/// <summary>Who is invited to a draft: for the draft's grain and for the document's page.</summary>
internal static class ParticipantReads
{
    private const string Sql =
        """
        SELECT document_id AS Document, seat_id AS Seat, draft_right AS "Right", since AS Since, by_id AS "By", at_ms AS At
        FROM draft_participant WHERE document_id = @id AND draft_right IS NOT NULL ORDER BY seat_id
        """;

    /// <summary>The seats that are invited now, by seat.</summary>
    public static async Task<ImmutableArray<DraftParticipantRow>> Of(DbConnection connection, DocumentId id) =>
        [.. await connection.QueryAsync<DraftParticipantRow>(Sql, new { id = id.Value })];
}
