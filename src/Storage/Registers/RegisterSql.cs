using PartyRealtime.Storage.Policy;

namespace PartyRealtime.Storage.Registers;

/// <summary>
/// The statements of the registers. A year of a book is a range of one index, newest first, which a page and its total are
/// taken from; only the lines of the page are joined with what they say. Their parameters: <c>book</c>, <c>from</c> and
/// <c>till</c> (first and last day), <c>clearance</c>, and what the names of handlers are found by.
/// </summary>
internal static class RegisterSql
{
    private const string Columns = """
        e.number AS Number, e.number_on AS Date, d.symbol AS Symbol, d.number_on AS DocumentDate, d.unit_id AS Sender,
        d.type AS Type, d.abstract AS Abstract, d.urgency AS Urgency, d.secrecy AS Secrecy,
        d.units AS Units, d.id AS Document, e.voided_at_ms AS VoidedAt, e.void_reason AS VoidReason, o.name AS Signer,
        (SELECT COUNT(*) FROM document_file f WHERE f.document_id = d.id AND f.version = d.body_version) AS Files
        """;

    // Who did the work stays the one who did it; what is open is in the hands of whoever holds the seat today.
    private const string Named = """
        SELECT DISTINCT COALESCE(o.name, h.name) AS name
        FROM step s
          LEFT JOIN official o ON o.id = s.done_by
          LEFT JOIN seat_holder sh ON s.done_by IS NULL AND sh.seat_id = s.seat_id AND sh.valid_from <= @today AND (sh.valid_to IS NULL OR sh.valid_to > @today)
          LEFT JOIN official h ON h.id = sh.official_id
        WHERE s.delivery_id = v.id AND s.state NOT IN (@returned, @recalled) AND COALESCE(o.name, h.name) IS NOT NULL AND s.role
        """;

    // The leader's deadline is the unit's; where none was given, the sender's holds.
    private const string Handlers = $"""
        , v.id AS Delivery, v.state AS State, v.recall AS Recall, COALESCE(v.pages, d.pages) AS Pages, v.copies AS Copies,
        COALESCE(v.due_on, d.due_on) AS DueOn,
        (SELECT MIN(n.name) FROM ({Named} = @lead) AS n) AS Handler,
        (SELECT string_agg(n.name, ', ') FROM ({Named} > @lead ORDER BY name LIMIT @named) AS n) AS AlsoTo
        """;

    // A voided number was given again before its document was issued: those recipients are the next number's.
    private const string IssuedAs = "CASE WHEN e.voided_at_ms IS NULL THEN (SELECT f.payload FROM fact f WHERE f.stream = d.id AND f.kind = @issue) END";

    // The first fact of a document that was issued elsewhere.
    private const string CarriedAs = "(SELECT f.payload FROM fact f WHERE f.stream = d.id AND f.position = 1 AND f.kind = @carried)";

    // A number that was voided so that the text can change leaves its document in its author's hands.
    private static readonly string Seen = $", d.due_on AS DueOn, d.pages AS Pages, d.copies AS Copies, {IssuedAs} AS Issued, {CarriedAs} AS Carried, CASE WHEN {VisibleDocumentsSql.Predicate} THEN 1 ELSE 0 END AS Seen";

    private const string Arrivals = """
        JOIN delivery v ON v.id = e.stream JOIN document d ON d.id = v.document_id
        LEFT JOIN official o ON o.id = d.signer_id
        """;

    private const string Issues = "JOIN document d ON d.id = e.stream LEFT JOIN official o ON o.id = d.signer_id ";

    // A year of a book: one range of the index of the book.
    private const string OfYear = "e.book = @book AND e.number_on >= @from AND e.number_on <= @till AND e.secrecy <= @clearance";

    /// <summary>How many lines the year has.</summary>
    public const string Count = $"SELECT COUNT(*) FROM register_entry e WHERE {OfYear}";

    private const string NewestFirst = "ORDER BY e.number_on DESC, e.number DESC, e.register";

    /// <summary>The keys of the page's lines.</summary>
    public const string PageOfYear = $"(SELECT e.register, e.number FROM register_entry e WHERE {OfYear} {NewestFirst} LIMIT @take OFFSET @skip) AS line";

    // By the key itself: ':' is followed by ';' in the order of characters, so this range holds just the book's series.
    private const string AllOfYear = "WHERE e.register > @book || ':' AND e.register < @book || ';' AND e.number_on >= @from AND e.number_on <= @till AND d.secrecy <= @clearance";

    /// <summary>A page's lines; the secrecy is looked at again where the document is at hand.</summary>
    public static string Page(RegisterBook book) => $"""
        SELECT {Columns}{More(book)}
        FROM {PageOfYear} JOIN register_entry e ON e.register = line.register AND e.number = line.number {Joined(book)}
        WHERE d.secrecy <= @clearance {NewestFirst}
        """;

    /// <summary>The next lines of the year behind (<c>register</c>, <c>number</c>), in the order of the key.</summary>
    public static string Next(RegisterBook book) => $"""
        SELECT {Columns}, e.register AS Register{More(book)} FROM register_entry e {Joined(book)}
        {AllOfYear} AND (e.register, e.number) > (@register, @number) ORDER BY e.register, e.number LIMIT @take
        """;

    private static string Joined(RegisterBook book) => book == RegisterBook.Incoming ? Arrivals : Issues;

    private static string More(RegisterBook book) => book == RegisterBook.Incoming ? Handlers + ", 1 AS Seen" : Seen;
}
