using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Registers;

/// <summary>A page is a range of register_entry's key, newest first; totals count the same range.</summary>
internal sealed class RegisterReads(IReadStore store, IOrganisation organisation, IOrganisationMap map, TimeProvider time) : IRegisterReads
{
    private const string Columns = """
        e.number AS Number, e.number_on AS Date, d.symbol AS Symbol, d.number_on AS DocumentDate, d.unit_id AS Sender,
        d.type AS Type, d.abstract AS Abstract, d.urgency AS Urgency, d.secrecy AS Secrecy, d.due_on AS DueOn,
        d.units AS Units, d.id AS Document, e.voided_at_ms AS VoidedAt, e.void_reason AS VoidReason, o.name AS Signer,
        (SELECT COUNT(*) FROM document_file f WHERE f.document_id = d.id AND f.version = d.body_version) AS Files
        """;

    private const string Holders = """
        FROM step s
          JOIN seat_holder sh ON sh.seat_id = s.seat_id AND sh.valid_from <= @today AND (sh.valid_to IS NULL OR sh.valid_to > @today)
          JOIN official h ON h.id = sh.official_id
          WHERE s.delivery_id = v.id AND s.state NOT IN (@returned, @recalled) AND s.role
        """;

    // Of a unit that is no more, and of a vacant seat, there is no holder: there it is who did the work.
    private const string Done = """
        FROM step s JOIN official h ON h.id = s.done_by WHERE s.delivery_id = v.id AND s.state NOT IN (@returned, @recalled) AND s.role
        """;

    private const string Handlers = $"""
        , v.id AS Delivery, v.state AS State, v.recall AS Recall, COALESCE(v.pages, d.pages) AS Pages, v.copies AS Copies,
        COALESCE((SELECT MIN(h.name) {Holders} = @lead), (SELECT MIN(h.name) {Done} = @lead)) AS Handler,
        (SELECT string_agg(n.name, ', ') FROM (SELECT DISTINCT h.name {Holders} > @lead ORDER BY h.name LIMIT @named) AS n) AS AlsoTo
        """;

    // A voided number was given again before its document was issued: those recipients are the next number's.
    private const string IssuedAs = "CASE WHEN e.voided_at_ms IS NULL THEN (SELECT f.payload FROM fact f WHERE f.stream = d.id AND f.kind = @issue) END";

    // The first fact of a document that was issued elsewhere.
    private const string CarriedAs = "(SELECT f.payload FROM fact f WHERE f.stream = d.id AND f.position = 1 AND f.kind = @carried)";

    // A number that was voided so that the text can change leaves its document in its author's hands.
    private static readonly string Seen = $", d.pages AS Pages, d.copies AS Copies, {IssuedAs} AS Issued, {CarriedAs} AS Carried, CASE WHEN {VisibleDocumentsSql.Predicate} THEN 1 ELSE 0 END AS Seen";

    private const string Arrivals = """
        FROM register_entry e JOIN delivery v ON v.id = e.stream JOIN document d ON d.id = v.document_id
        LEFT JOIN official o ON o.id = d.signer_id
        """;

    private const string Issues = "FROM register_entry e JOIN document d ON d.id = e.stream LEFT JOIN official o ON o.id = d.signer_id ";

    private const string OfYear = " WHERE e.register >= @first AND e.register < @last AND e.number_on LIKE @year AND d.secrecy <= @clearance ";

    public Task<RegisterPage> Incoming(Actor actor, RegisterQuery query, CancellationToken cancellation = default) =>
        Page(RegisterBook.Incoming, actor, query, cancellation);

    public Task<RegisterPage> Outgoing(Actor actor, RegisterQuery query, CancellationToken cancellation = default) =>
        Page(RegisterBook.Outgoing, actor, query, cancellation);

    public async Task<int> CountOpen(RegisterBook book, Actor actor, UnitId unit, int year, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) {From(book)}", Year(book, actor, unit, year, Secrecy.Normal));
    }

    public async IAsyncEnumerable<RegisterLine> ReadOpen(
        RegisterBook book, Actor actor, UnitId unit, int year, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var parameters = Year(book, actor, unit, year, Secrecy.Normal);
        var (register, number) = ("", 0L);
        while (true)
        {
            parameters.Add("register", register);
            parameters.Add("number", number);
            parameters.Add("take", RegisterQuery.LinesPerRead);
            var rows = await Read(
                $"SELECT {Columns} , e.register AS Register {MoreOf(book)} {From(book)} AND (e.register, e.number) > (@register, @number) ORDER BY e.register, e.number LIMIT @take",
                parameters,
                cancellation);
            foreach (var row in rows)
                yield return Line(book, row);
            if (rows.Count < RegisterQuery.LinesPerRead)
                yield break;
            (register, number) = (rows[^1].Register, rows[^1].Number);
        }
    }

    private static string From(RegisterBook book) => (book == RegisterBook.Incoming ? Arrivals : Issues) + OfYear;

    private static string MoreOf(RegisterBook book) => book == RegisterBook.Incoming ? Handlers + ", 1 AS Seen" : Seen;

    private DynamicParameters Year(RegisterBook book, Actor actor, UnitId unit, int year, Secrecy clearance)
    {
        var series = string.Create(CultureInfo.InvariantCulture, $"{(book == RegisterBook.Incoming ? "in" : "out")}:{unit.Value}");
        return VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new
        {
            // ':' is followed by ';' in the order of characters, so this range holds just this unit's series.
            first = $"{series}:",
            last = $"{series};",
            year = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-%"),
            clearance = (int)clearance,
            today = OfficeDay.Today(time),
            returned = (int)StepState.Returned,
            recalled = (int)StepState.Recalled,
            lead = (int)StepRole.Lead,
            named = RegisterLine.NamedMax,
            issue = DocumentIssued.Kind,
            carried = DocumentCarriedOver.Kind,
        });
    }

    /// <summary>A connection is held for one read, not for as long as somebody takes to receive the lines.</summary>
    private async Task<List<Row>> Read(string sql, DynamicParameters parameters, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        return (await connection.QueryAsync<Row>(sql, parameters)).AsList();
    }

    private async Task<RegisterPage> Page(RegisterBook book, Actor actor, RegisterQuery query, CancellationToken cancellation)
    {
        var parameters = Year(book, actor, query.Unit, query.Year, actor.Clearance);
        parameters.Add("take", RegisterQuery.LinesPerPage);
        parameters.Add("skip", query.Skip);
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var total = await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) {From(book)}", parameters);
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {Columns}{MoreOf(book)} {From(book)} ORDER BY e.number_on DESC, e.number DESC, e.register LIMIT @take OFFSET @skip",
            parameters);
        return new RegisterPage(total, [.. rows.Select(row => Line(book, row))]);
    }

    private RegisterLine Line(RegisterBook book, Row row) => row.Seen == 0 ? NumberAlone(row) : new()
    {
        Number = row.Number,
        Date = row.Date,
        // A voided number keeps standing in the book; the symbol its document has now is another number's.
        Symbol = row.VoidedAt is null ? row.Symbol : null,
        DocumentDate = row.DocumentDate,
        From = book == RegisterBook.Incoming ? organisation.FullName(row.Sender) : row.Signer ?? "",
        Type = row.Type,
        Abstract = row.Abstract,
        Urgency = row.Urgency,
        Secrecy = row.Secrecy,
        Files = row.Files,
        // What was counted at a voided number is counted anew at the next.
        Pages = row.VoidedAt is null ? row.Pages : null,
        Copies = row.VoidedAt is null ? row.Copies : null,
        DueOn = row.DueOn,
        Handler = row.Handler,
        AlsoTo = row.AlsoTo,
        Units = book == RegisterBook.Outgoing && row.Units > 0 && row.VoidedAt is null ? row.Units : null,
        Issue = IssueOf(row),
        State = row.State,
        Recall = row.Recall,
        Voided = row.VoidedAt is not null,
        VoidReason = row.VoidReason,
        DocumentId = row.Document,
        DeliveryId = row.Delivery,
    };

    private static DocumentIssued? IssueOf(Row row) =>
        row.Issued is { } issued ? FactJson.Read<DocumentIssued>(issued)
        : row.Carried is { } carried ? FactJson.Read<DocumentCarriedOver>(carried).Issue
        : null;

    /// <summary>The number keeps its place in the book; the words of a document that the person may not see are not told.</summary>
    private static RegisterLine NumberAlone(Row row) => new()
    {
        Number = row.Number,
        Date = row.Date,
        Type = "",
        Abstract = "",
        Voided = row.VoidedAt is not null,
        VoidReason = row.VoidReason,
    };

    private sealed record Row
    {
        public string Register { get; init; } = "";

        public long Number { get; init; }

        public DateOnly Date { get; init; }

        public string? Symbol { get; init; }

        public DateOnly? DocumentDate { get; init; }

        public UnitId Sender { get; init; }

        public string Type { get; init; } = "";

        public string Abstract { get; init; } = "";

        public Urgency Urgency { get; init; }

        public Secrecy Secrecy { get; init; }

        public int Files { get; init; }

        public int? Pages { get; init; }

        public int? Copies { get; init; }

        public DateOnly? DueOn { get; init; }

        public int Units { get; init; }

        public DocumentId Document { get; init; }

        public long Seen { get; init; }

        public DeliveryId? Delivery { get; init; }

        public DeliveryState? State { get; init; }

        public RecallAnswer? Recall { get; init; }

        public string? Handler { get; init; }

        public string? AlsoTo { get; init; }

        public string? Signer { get; init; }

        public string? Issued { get; init; }

        public string? Carried { get; init; }

        public DateTimeOffset? VoidedAt { get; init; }

        public string? VoidReason { get; init; }
    }
}
