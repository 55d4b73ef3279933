using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Policy;

namespace PartyRealtime.Storage.Documents;

/// <summary>Links of a document from both ends, each under the reader's policy.</summary>
internal static class LinkReads
{
    private static readonly string Sql = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT l.at_ms AS At, CASE l.kind WHEN {(int)DocumentLinkKind.Replaces} THEN 'replacedBy' ELSE 'correctedBy' END AS Kind,
               d.id AS Id, d.symbol AS Symbol, d.abstract AS Abstract, d.number_on AS DocumentDate
        FROM document_link l LEFT JOIN document d ON d.id = l.by_id AND {VisibleDocumentsSql.Predicate}
        WHERE l.document_id = @id
        UNION ALL
        SELECT l.at_ms, CASE l.kind WHEN {(int)DocumentLinkKind.Replaces} THEN 'replaces' ELSE 'corrects' END,
               d.id, d.symbol, d.abstract, d.number_on
        FROM document_link l JOIN document d ON d.id = l.document_id AND {VisibleDocumentsSql.Predicate}
        WHERE l.by_id = @id
        ORDER BY 1, 2
        """);

    /// <summary>
    /// Oldest first. That a document was replaced or corrected is said to all who see it, by what only to those who may
    /// see that too; what it replaces itself, only to those who may see that.
    /// </summary>
    public static async Task<ImmutableArray<LinkView>> Of(DbConnection connection, ReaderScope reader, DocumentId id)
    {
        var rows = await connection.QueryAsync<Row>(Sql, VisibleDocumentsSql.Parameters(reader, new { id = id.Value }));
        return [.. rows.Select(row => new LinkView(row.Kind, row.At, row.Id, row.Symbol, row.Abstract, row.DocumentDate))];
    }

    private sealed record Row
    {
        public DateTimeOffset At { get; init; }

        public string Kind { get; init; } = "";

        public DocumentId? Id { get; init; }

        public string? Symbol { get; init; }

        public string? Abstract { get; init; }

        public DateOnly? DocumentDate { get; init; }
    }
}
