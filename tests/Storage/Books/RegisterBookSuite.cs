using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Registers;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Books;

/// <summary>What lists are cut by stands in the rows that they walk, whoever wrote them, and the lists walk an index of it.</summary>
public abstract class RegisterBookSuite(TestDatabase database) : IAsyncDisposable
{
    private static readonly DocumentId Document = new(Guid.NewGuid());
    private static readonly DeliveryId Delivery = new(Guid.NewGuid());

    protected TestDatabase Database => database;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_line_has_its_book_and_the_secrecy_of_its_document()
    {
        var node = await database.Node();
        await Received(node, Secrecy.Secret);

        Assert.Equal(
            [("in:31", (int)Secrecy.Secret), ("out:17", (int)Secrecy.Secret)],
            await node.Rows<(string, int)>("SELECT book, secrecy FROM register_entry ORDER BY book"));
        Assert.Equal(Document.Value, await node.One<Guid>("SELECT document_id FROM step"));
    }

    [Fact]
    public async Task A_voided_line_follows_the_secrecy_of_a_text_that_is_changed()
    {
        var node = await database.Node();
        await Received(node, Secrecy.Secret);
        var (register, number) = await node.One<(string, long)>("SELECT register, number FROM register_entry WHERE book = 'out:17'");
        await node.Apply(Make.Append(Document.Stream, 2) with
        {
            Rows = [Rows.Document(Document, 3) with { Secrecy = Secrecy.Secret }, new RegisterVoid(register, number, Document.Stream, Rows.Noon, "in nhầm")],
        });
        await node.Apply(Make.Append(Document.Stream, 3) with { Rows = [Rows.Document(Document, 4) with { Secrecy = Secrecy.Normal }] });

        Assert.Equal((int)Secrecy.Normal, await node.One<int>("SELECT secrecy FROM register_entry WHERE book = 'out:17'"));
    }

    [Theory]
    [InlineData(RegisterBook.Incoming)]
    [InlineData(RegisterBook.Outgoing)]
    public async Task A_page_of_a_large_book_and_its_total_come_from_the_index_of_the_book(RegisterBook book)
    {
        var node = await database.Node();
        await database.Execute(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO register_entry (register, number, number_on, stream, at_ms)
            SELECT CASE WHEN i % 2 = 0 THEN 'in:' ELSE 'out:' END || (1 + i / 1000) || ':0:2026', i, '2026-05-' || (10 + i % 20), {database.NewUuid}, i FROM n;
            UPDATE register_entry SET secrecy = 0;
            """);
        // An index that answers alone counts for less while nobody has seen that the table's pages are whole.
        await database.Execute(database.Kind == StoreKind.Sqlite ? "ANALYZE register_entry" : "VACUUM ANALYZE register_entry");

        var year = new { book = book == RegisterBook.Incoming ? "in:1" : "out:1", from = "2026-01-01", till = "2026-12-31", clearance = 0, take = 100, skip = 200 };
        var total = await node.Plan(RegisterSql.Count, year);
        Assert.Contains("register_entry_book", total, StringComparison.Ordinal);
        var page = await node.Plan($"SELECT e.number FROM {RegisterSql.PageOfYear} JOIN register_entry e ON e.register = line.register AND e.number = line.number", year);
        Assert.Contains("register_entry_book", page, StringComparison.Ordinal);
        foreach (var plan in new[] { total, page })
        {
            Assert.DoesNotContain("Seq Scan on register_entry", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whether_a_seat_has_a_step_in_a_document_comes_from_the_index_of_steps()
    {
        var node = await database.Node();
        await Received(node, Secrecy.Normal);
        await database.Execute(
            $"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
            INSERT INTO step (id, delivery_id, seat_id, role, state, assigned_at_ms, assigned_by)
            SELECT {database.NewUuid}, (SELECT id FROM delivery), 1 + i % 2, 1, 1, i, 1 FROM n;
            UPDATE step SET document_id = {database.NewUuid};
            """);
        await database.Execute("ANALYZE step");

        var reader = new ReaderScope(new OfficialId(1), Secrecy.Normal, [new SeatId(1), new SeatId(2)], []);
        var parameters = VisibleDocumentsSql.Parameters(reader, new { id = Document.Value });
        Assert.Contains(
            "step_document", await node.Plan($"SELECT d.id FROM document d WHERE d.id = @id AND {VisibleDocumentsSql.Predicate}", parameters), StringComparison.Ordinal);
    }

    /// <summary>Numbered in the book of unit 17, received and registered in that of unit 31, with a step.</summary>
    protected static async Task Received(TestNode node, Secrecy secrecy)
    {
        await node.Apply(Make.Append(Document.Stream, 0) with { Rows = [Rows.Document(Document, 1) with { Secrecy = secrecy }] });
        await node.Apply(Make.Append(Document.Stream, 1) with
        {
            Rows = [Rows.Document(Document, 2) with { Secrecy = secrecy }, Rows.Delivery(Delivery, Document, 31, 0)],
            Take = new RegisterTake("out:17:CT:0", "XIV", Document.Stream, RegisterTarget.Document, "-CT/TW"),
        });
        await node.Apply(Make.Append(Delivery.Stream, 0) with
        {
            Rows =
            [
                Rows.Delivery(Delivery, Document, 31, 1),
                new StepRow
                {
                    Id = new StepId(Guid.NewGuid()), Delivery = Delivery, Seat = new SeatId(9), Role = StepRole.Lead, State = StepState.Waiting,
                    AssignedAt = Rows.Noon, AssignedBy = Make.Me,
                },
            ],
            Take = new RegisterTake("in:31:all:0", null, Delivery.Stream, RegisterTarget.Delivery, null),
        });
    }
}
