using System.Globalization;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Policy;

namespace PartyRealtime.Storage.Search;

/// <summary>
/// The statements of the search (decision 0050). Beside those of <see cref="VisibleDocumentsSql"/> their parameters are
/// <c>words</c> (a tsquery), <c>number</c> and <c>suffix</c> of a symbol, <c>marked</c>, <c>max</c>, and the bounds
/// <c>newest</c> and <c>candidates</c>.
/// </summary>
internal static class SearchSql
{
    /// <summary>What SQLite asks each document's key; the connection that runs it knows the question's words.</summary>
    public const string HasWords = "has_words";

    private const string IsNumbered = @"d.number = @number AND d.symbol_key LIKE @suffix ESCAPE '\'";

    // Every body has a number 5 in each series and year: all of the person's own, of others' the newest.
    private const string Numbered = $"""
        SELECT d.id FROM document d WHERE {IsNumbered} AND d.unit_id IN @ScopeUnits
        UNION SELECT d.id FROM document d WHERE {IsNumbered} AND d.author_id = @ScopeOfficial
        UNION SELECT d.id FROM document d WHERE {IsNumbered} AND d.author_seat_id IN @ScopeSeats
        UNION SELECT d.id FROM document d WHERE {IsNumbered} AND d.reviewer_seat_id IN @ScopeSeats
        UNION SELECT id FROM (SELECT d.id FROM document d WHERE {IsNumbered} ORDER BY d.created_at_ms DESC LIMIT @candidates) AS numbered
        """;

    private const string Worded = "JOIN document_words w ON w.document_id = d.id WHERE w.words @@ CAST(@words AS tsquery) AND d.secrecy <= @ScopeClearance";

    // One walk through what the person reaches, by indexes of unit, seat and author.
    private const string Reach = """
        SELECT id FROM document WHERE unit_id IN @ScopeUnits
        UNION SELECT id FROM document WHERE author_id = @ScopeOfficial
        UNION SELECT id FROM document WHERE author_seat_id IN @ScopeSeats
        UNION SELECT id FROM document WHERE reviewer_seat_id IN @ScopeSeats
        UNION SELECT document_id FROM draft_participant WHERE seat_id IN @ScopeSeats
        UNION SELECT document_id FROM delivery WHERE unit_id IN @ScopeUnits
        UNION SELECT document_id FROM step WHERE seat_id IN @ScopeSeats
        """;

    // Each list is walked from its newest end until enough of it are found. What it gives the person may see, and each document
    // once: a list that gave all it may gives more than are counted.
    private static readonly string Newest = string.Create(CultureInfo.InvariantCulture, $"""
        {NewestOf("ScopeUnits", $"document d {Worded} AND d.unit_id = own.id AND d.state = stage.state", "d.issued_at_ms",
            $"CROSS JOIN generate_series({(int)DocumentState.Drafting + 1}, {(int)Enum.GetValues<DocumentState>().Max()}) AS stage(state)")}
        UNION {NewestOf("ScopeUnits", $"delivery v JOIN document d ON d.id = v.document_id {Worded} AND v.unit_id = own.id AND v.state <> {(int)DeliveryState.Sent}", "v.sent_at_ms")}
        UNION {NewestOf("ScopeSeats", $"step s JOIN document d ON d.id = s.document_id {Worded} AND s.seat_id = own.id AND s.state <> {(int)StepState.Recalled} AND {LastStep}", "s.assigned_at_ms")}
        UNION {NewestOf("ScopeSeats", $"document d {Worded} AND d.reviewer_seat_id = own.id", "d.created_at_ms")}
        UNION SELECT d.id FROM document d {Worded} AND d.author_id = @ScopeOfficial
        UNION SELECT d.id FROM document d {Worded} AND d.author_seat_id IN @ScopeSeats
        UNION SELECT d.id FROM draft_participant p JOIN document d ON d.id = p.document_id {Worded} AND p.seat_id IN @ScopeSeats
        UNION {Numbered}
        """);

    // A seat may be given a document more than once.
    private static string LastStep => string.Create(CultureInfo.InvariantCulture, $"""
        NOT EXISTS (SELECT 1 FROM step later WHERE later.document_id = s.document_id AND later.seat_id = s.seat_id
          AND later.state <> {(int)StepState.Recalled} AND (later.assigned_at_ms, later.id) > (s.assigned_at_ms, s.id))
        """);

    /// <summary>
    /// PostgreSQL: how many documents of the whole store have the words, and how many the number, counted no further than one
    /// beyond the bound.
    /// </summary>
    public const string Candidates = $"""
        SELECT
          (SELECT COUNT(*) FROM (SELECT 1 FROM document_words w WHERE w.words @@ CAST(@words AS tsquery) LIMIT @candidates + 1) AS worded) AS Worded,
          (SELECT COUNT(*) FROM (SELECT 1 FROM document d WHERE {IsNumbered} LIMIT @candidates + 1) AS numbered) AS Numbered
        """;

    /// <summary>PostgreSQL: all that have the words, where they are few, cut by what the person may see.</summary>
    public static readonly string OfFew = Hits($"SELECT w.document_id AS id FROM document_words w WHERE w.words @@ CAST(@words AS tsquery) UNION {Numbered}");

    /// <summary>PostgreSQL: the newest within the person's reach, where the words are everywhere.</summary>
    public static readonly string OfNewest = Hits(Newest);

    /// <summary>SQLite: everything within the person's reach, each key compared.</summary>
    public static readonly string OfReach = Hits(Reach, $"AND ({HasWords}(d.search_key) OR ({IsNumbered}))");

    // The walk finds keys and counts them; texts are read of the few that are shown.
    private static string Hits(string source, string condition = "") => $"""
        SELECT d.id AS Id, d.symbol AS Symbol, d.type AS Type, d.abstract AS Abstract, d.unit_id AS Unit, d.state AS State,
          d.urgency AS Urgency, d.secrecy AS Secrecy, hit.moment AS At, hit.total AS Total
        FROM (
          SELECT d.id, COUNT(*) OVER () AS total, COALESCE(d.issued_at_ms, d.created_at_ms) AS moment,
            CASE WHEN {IsNumbered} THEN 0 WHEN d.search_marked LIKE @marked ESCAPE '\' THEN 1 ELSE 2 END AS fit
          FROM ({source}) AS reach JOIN document d ON d.id = reach.id
          WHERE {VisibleDocumentsSql.Predicate} {condition}
          ORDER BY fit, moment DESC, d.id LIMIT @max
        ) AS hit JOIN document d ON d.id = hit.id
        ORDER BY hit.fit, hit.moment DESC, d.id
        """;

    /// <param name="owners">The parameter of the units or seats whose lists are walked.</param>
    /// <param name="list">The list of <c>own.id</c>, and what is looked for in it.</param>
    /// <param name="time">What the list's index is ordered by, behind the owner.</param>
    /// <param name="parts">What else the list is cut in.</param>
    private static string NewestOf(string owners, string list, string time, string parts = "") => $"""
        SELECT newest.id FROM unnest(@{owners}) AS own(id) {parts} CROSS JOIN LATERAL (
          SELECT d.id FROM {list} ORDER BY {time} DESC LIMIT @newest) AS newest
        """;
}
