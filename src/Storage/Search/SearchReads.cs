using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Search;

/// <summary>
/// Walks once through what the person reaches, by indexes of unit, seat and author, and compares the keys there, every word of
/// the question with each: the cost follows the size of the person's own scope (a body's few ten thousand documents a year),
/// not of the country.
/// </summary>
internal sealed class SearchReads(IReadStore store, IOrganisation organisation, IOrganisationMap map) : ISearchReads
{
    private const int WordsMax = 8;

    private static string Found(int words) => $"""
        FROM (
          SELECT id FROM document WHERE unit_id IN @ScopeUnits
          UNION SELECT id FROM document WHERE author_id = @ScopeOfficial
          UNION SELECT id FROM document WHERE author_seat_id IN @ScopeSeats
          UNION SELECT id FROM document WHERE reviewer_seat_id IN @ScopeSeats
          UNION SELECT document_id FROM draft_participant WHERE seat_id IN @ScopeSeats
          UNION SELECT document_id FROM delivery WHERE unit_id IN @ScopeUnits
          UNION SELECT document_id FROM step WHERE seat_id IN @ScopeSeats
        ) AS reach JOIN document d ON d.id = reach.id
        WHERE {VisibleDocumentsSql.Predicate}
          AND (({string.Join(" AND ", Enumerable.Range(0, words).Select(EachWord))}) OR (d.number = @number AND d.symbol_key LIKE @suffix ESCAPE '\'))
        """;

    // The walk finds keys and counts them; texts are read of the few that are shown.
    private static string Hits(int words) => $"""
        SELECT d.id AS Id, d.symbol AS Symbol, d.type AS Type, d.abstract AS Abstract, d.unit_id AS Unit, d.state AS State,
          d.urgency AS Urgency, d.secrecy AS Secrecy, hit.moment AS At, hit.total AS Total
        FROM (
          SELECT d.id, COUNT(*) OVER () AS total, COALESCE(d.issued_at_ms, d.created_at_ms) AS moment,
            CASE WHEN d.number = @number AND d.symbol_key LIKE @suffix ESCAPE '\' THEN 0
                 WHEN d.search_marked LIKE @marked ESCAPE '\' THEN 1 ELSE 2 END AS fit
          {Found(words)}
          ORDER BY fit, moment DESC LIMIT @max
        ) AS hit JOIN document d ON d.id = hit.id
        ORDER BY hit.fit, hit.moment DESC
        """;

    public async Task<SearchPage> Documents(Actor actor, string question, int max, CancellationToken cancellation = default)
    {
        var symbol = SearchText.AsSymbol(question);
        var words = TextFold.Key(question).Split(' ', WordsMax, StringSplitOptions.RemoveEmptyEntries);
        // Marks alone, without a letter: nothing can be found by them.
        if (words.Length == 0)
            return new SearchPage(0, []);
        var parameters = VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new
        {
            marked = $"%{Escaped(TextFold.MarkedKey(question))}%",
            number = symbol?.Number ?? -1,
            suffix = $"{Escaped(symbol?.Suffix ?? "")}%",
            max,
        });
        for (var index = 0; index < words.Length; index++)
            parameters.Add(NameOf(index), $"%{Escaped(words[index])}%");
        return await Page(words.Length, parameters, cancellation);
    }

    /// <summary>Who goes away ends the walk with the request.</summary>
    private async Task<SearchPage> Page(int words, DynamicParameters parameters, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var rows = (await connection.QueryAsync<Row>(new CommandDefinition(Hits(words), parameters, cancellationToken: cancellation))).AsList();
        return new SearchPage(rows is [var first, ..] ? first.Total : 0, [.. rows.Select(row => new SearchHit(
            row.Id, row.Symbol, row.Type, row.Abstract, organisation.FullName(row.Unit), row.State, row.Urgency, row.Secrecy, row.At))]);
    }

    private static string EachWord(int index) => $"d.search_key LIKE @{NameOf(index)} ESCAPE '\\'";

    private static string NameOf(int word) => string.Create(CultureInfo.InvariantCulture, $"word{word}");

    private static string Escaped(string key) =>
        key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);

    private sealed record Row
    {
        public DocumentId Id { get; init; }

        public string? Symbol { get; init; }

        public string Type { get; init; } = "";

        public string Abstract { get; init; } = "";

        public UnitId Unit { get; init; }

        public DocumentState State { get; init; }

        public Urgency Urgency { get; init; }

        public Secrecy Secrecy { get; init; }

        public DateTimeOffset At { get; init; }

        /// <summary>How many were found, at each of them.</summary>
        public int Total { get; init; }
    }
}
