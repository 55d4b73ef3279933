using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Registers;

/// <summary>A page is a range of register_entry's key, newest first; totals count the same range.</summary>
internal sealed class RegisterReads(IReadStore store, IOrganisation organisation, IOrganisationMap map) : IRegisterReads
{
    private const string Columns = """
        e.number AS Number, e.number_on AS Date, d.symbol AS Symbol, d.number_on AS DocumentDate, d.unit_id AS Sender,
        d.type AS Type, d.abstract AS Abstract, d.urgency AS Urgency, d.secrecy AS Secrecy, d.due_on AS DueOn,
        d.units AS Units, d.id AS Document, e.voided_at_ms AS VoidedAt, e.void_reason AS VoidReason, o.name AS Signer,
        (SELECT COUNT(*) FROM document_file f WHERE f.document_id = d.id AND f.version = d.body_version) AS Files
        """;

    public async Task<RegisterPage> Incoming(Actor actor, RegisterQuery query, CancellationToken cancellation = default)
    {
        var from = $$"""
            FROM register_entry e JOIN delivery v ON v.id = e.stream JOIN document d ON d.id = v.document_id
            LEFT JOIN official o ON o.id = d.signer_id
            WHERE e.register >= @first AND e.register < @last AND e.number_on LIKE @year AND d.secrecy <= @clearance
            """;
        const string handler = """
            , v.id AS Delivery, v.state AS State, v.recall AS Recall,
            (SELECT MIN(h.name) FROM step s JOIN seat_holder sh ON sh.seat_id = s.seat_id AND sh.valid_to IS NULL
              JOIN official h ON h.id = sh.official_id WHERE s.delivery_id = v.id AND s.role = 2) AS Handler
            """;
        return await Page("in", Columns + handler + ", 1 AS Seen", from, actor, query, cancellation);
    }

    public async Task<RegisterPage> Outgoing(Actor actor, RegisterQuery query, CancellationToken cancellation = default)
    {
        const string from = """
            FROM register_entry e JOIN document d ON d.id = e.stream
            LEFT JOIN official o ON o.id = d.signer_id
            WHERE e.register >= @first AND e.register < @last AND e.number_on LIKE @year AND d.secrecy <= @clearance
            """;
        // A number that was voided so that the text can change leaves its document in its author's hands.
        var seen = $", CASE WHEN {VisibleDocumentsSql.Predicate} THEN 1 ELSE 0 END AS Seen";
        return await Page("out", Columns + seen, from, actor, query, cancellation);
    }

    private async Task<RegisterPage> Page(
        string book, string columns, string from, Actor actor, RegisterQuery query, CancellationToken cancellation)
    {
        var unit = query.Unit.Value.ToString(CultureInfo.InvariantCulture);
        var parameters = VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new
        {
            // ':' is followed by ';' in the order of characters, so this range holds just this unit's series.
            first = $"{book}:{unit}:",
            last = $"{book}:{unit};",
            year = string.Create(CultureInfo.InvariantCulture, $"{query.Year:D4}-%"),
            clearance = (int)actor.Clearance,
            take = RegisterQuery.LinesPerPage,
            skip = query.Skip,
        });
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var total = await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) {from}", parameters);
        var rows = await connection.QueryAsync<Row>(
            $"SELECT {columns} {from} ORDER BY e.number_on DESC, e.number DESC, e.register LIMIT @take OFFSET @skip", parameters);
        return new RegisterPage(total, [.. rows.Select(row => Line(book, row))]);
    }

    private RegisterLine Line(string book, Row row) => row.Seen == 0 ? NumberAlone(row) : new()
    {
        Number = row.Number,
        Date = row.Date,
        // A voided number keeps standing in the book; the symbol its document has now is another number's.
        Symbol = row.VoidedAt is null ? row.Symbol : null,
        DocumentDate = row.DocumentDate,
        From = book == "in" ? organisation.Ref(row.Sender).Name : row.Signer ?? "",
        Type = row.Type,
        Abstract = row.Abstract,
        Urgency = row.Urgency,
        Secrecy = row.Secrecy,
        Files = row.Files,
        DueOn = row.DueOn,
        Handler = book == "in" ? row.Handler : row.Units.ToString(CultureInfo.InvariantCulture),
        State = row.State,
        Recall = row.Recall,
        Voided = row.VoidedAt is not null,
        VoidReason = row.VoidReason,
        DocumentId = row.Document,
        DeliveryId = row.Delivery,
    };

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

        public DateOnly? DueOn { get; init; }

        public int Units { get; init; }

        public DocumentId Document { get; init; }

        public long Seen { get; init; }

        public DeliveryId? Delivery { get; init; }

        public DeliveryState? State { get; init; }

        public RecallAnswer? Recall { get; init; }

        public string? Handler { get; init; }

        public string? Signer { get; init; }

        public DateTimeOffset? VoidedAt { get; init; }

        public string? VoidReason { get; init; }
    }
}
