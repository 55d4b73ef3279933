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

/// <summary>Reads the books of a unit by <see cref="RegisterSql"/>.</summary>
internal sealed class RegisterReads(IReadStore store, IOrganisation organisation, IOrganisationMap map, TimeProvider time) : IRegisterReads
{
    public Task<RegisterPage> Incoming(Actor actor, RegisterQuery query, CancellationToken cancellation = default) =>
        Page(RegisterBook.Incoming, actor, query, cancellation);

    public Task<RegisterPage> Outgoing(Actor actor, RegisterQuery query, CancellationToken cancellation = default) =>
        Page(RegisterBook.Outgoing, actor, query, cancellation);

    public async Task<int> CountOpen(RegisterBook book, Actor actor, UnitId unit, int year, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<int>(RegisterSql.Count, Year(book, actor, unit, year, Secrecy.Normal));
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
            var rows = await Read(RegisterSql.Next(book), parameters, cancellation);
            foreach (var row in rows)
                yield return Line(book, row);
            if (rows.Count < RegisterQuery.LinesPerRead)
                yield break;
            (register, number) = (rows[^1].Register, rows[^1].Number);
        }
    }

    private DynamicParameters Year(RegisterBook book, Actor actor, UnitId unit, int year, Secrecy clearance) =>
        VisibleDocumentsSql.Parameters(ReaderScope.Of(actor, map.Current), new
        {
            book = string.Create(CultureInfo.InvariantCulture, $"{(book == RegisterBook.Incoming ? "in" : "out")}:{unit.Value}"),
            from = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-01-01"),
            till = string.Create(CultureInfo.InvariantCulture, $"{year:D4}-12-31"),
            clearance = (int)clearance,
            today = OfficeDay.Today(time),
            returned = (int)StepState.Returned,
            recalled = (int)StepState.Recalled,
            lead = (int)StepRole.Lead,
            named = RegisterLine.NamedMax,
            issue = DocumentIssued.Kind,
            carried = DocumentCarriedOver.Kind,
        });

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
        var total = await connection.ExecuteScalarAsync<int>(RegisterSql.Count, parameters);
        var rows = await connection.QueryAsync<Row>(RegisterSql.Page(book), parameters);
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
