using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Search;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Search;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Search;

/// <summary>What is found, in which order and how much of it; that nobody finds more than his own is in the suite of scopes.</summary>
public abstract class SearchSuite(TestDatabase database) : IAsyncDisposable
{
    protected static readonly UnitId Own = new(17);

    protected TestDatabase Database => database;

    protected static Actor Leader { get; } =
        new(new OfficialId(99), "", [new HeldSeat(new SeatId(99), SeatKind.Post, SeatRole.Leader, Own, "")], null, Secrecy.Normal);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_symbol_comes_first_then_exact_marks_then_the_newest()
    {
        var node = await Started();
        DocumentId plain = await Issued(node, "Đương hoa 5", 1), marked = await Issued(node, "Đường hoa 5", 0), newest = await Issued(node, "Dương hoa 5", 2);
        var numbered = await Issued(node, "Không có chữ nào", -1, number: 5, notation: "-cv/du");

        Assert.Equal([numbered], await Found(node, "5-CV/ĐU"));
        Assert.Equal([numbered, newest, plain, marked], await Found(node, "5"));
        Assert.Equal([marked, newest, plain], await Found(node, "đường hoa"));
        Assert.Equal([newest, plain, marked], await Found(node, "duong hoa"));
    }

    [Fact]
    public async Task A_text_that_was_changed_is_found_by_its_new_words_alone()
    {
        var node = await Started();
        var id = await Issued(node, "Phòng cháy", 0);
        await node.Apply(Make.Append(id.Stream, 1) with { Rows = [Worded(Rows.Document(id, 2), "Phòng lũ")] });

        Assert.Equal([id], await Found(node, "phong lu"));
        Assert.Empty(await Found(node, "phong chay"));
    }

    [Fact]
    public async Task Of_what_is_everywhere_the_newest_are_found_and_no_more_are_counted()
    {
        var node = await Started();
        // More than are asked for one by one, of a unit that the person has nothing to do with; then some of the person's own.
        await Many(31, 20_500, "bao cao");
        await Many(Own.Value, SearchPage.TotalMax + 50, "bao cao tuan");

        var page = await node.Service<ISearchReads>().Documents(Leader, "báo cáo", 100);
        Assert.Equal((SearchPage.TotalMax, true), (page.Total, page.More));
        Assert.Equal(Enumerable.Range(0, 100).Select(index => Moment(SearchPage.TotalMax + 50 - index)), page.Items.Select(hit => hit.At));

        var fewer = await node.Service<ISearchReads>().Documents(Leader, "báo cáo tuần 200", 100);
        Assert.Equal((1, false), (fewer.Total, fewer.More));
    }

    [Theory]
    [InlineData("' | 'bao")]
    [InlineData("bao:* & !cao")]
    [InlineData("100%_\\")]
    [InlineData("\"bao cao\" <-> (x)")]
    public async Task What_means_something_to_a_database_is_only_a_separator(string question)
    {
        var node = await Started();
        var id = await Issued(node, "Báo cáo 100 x", 0);
        await Issued(node, "Thông báo", 1);

        Assert.Equal(question.Contains("| 'bao", StringComparison.Ordinal) ? 2 : 1, (await Found(node, question)).Length);
        Assert.Contains(id, await Found(node, question));
    }

    protected async Task<TestNode> Started()
    {
        var node = await database.Node();
        await node.Service<IOrganisationMap>().Refresh();
        return node;
    }

    protected static async Task<DocumentId[]> Found(TestNode node, string question) =>
        [.. (await node.Service<ISearchReads>().Documents(Leader, question, 50)).Items.Select(hit => hit.DocumentId)];

    protected static async Task<DocumentId> Issued(TestNode node, string words, int minute, long? number = null, string notation = "")
    {
        var id = new DocumentId(Guid.NewGuid());
        var row = Worded(Rows.Document(id, 1), words) with { State = DocumentState.Issued, IssuedAt = Moment(minute), Number = number, SymbolKey = notation };
        await node.Apply(Make.Append(id.Stream, 0) with { Rows = [row] });
        return id;
    }

    protected static DocumentRow Worded(DocumentRow row, string words) => row with
    {
        State = DocumentState.Issued,
        SearchKey = SearchText.Folded(words, "", ""),
        SearchMarked = SearchText.Marked(words, "", ""),
    };

    /// <summary>So many documents of a unit, the n-th with its number as a word, issued at its minute.</summary>
    protected Task Many(int unit, int count, string words) => database.Execute(string.Create(
        CultureInfo.InvariantCulture,
        $"""
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})
        INSERT INTO document (id, position, unit_id, author_id, author_seat_id, state, type, abstract, urgency, secrecy, body_version, round,
          content_cleared, form_cleared, units, people, created_at_ms, issued_at_ms, search_key, search_marked, symbol_key)
        SELECT {database.NewUuid}, 1, {unit}, 1, 1, {(int)DocumentState.Issued}, 'BC', 'a', 0, 0, 1, 1,
          1, 1, 1, 1, {Moment(0).ToUnixTimeMilliseconds()} + i * 60000, {Moment(0).ToUnixTimeMilliseconds()} + i * 60000, '{words} ' || i, '', '' FROM n;
        """));

    private static DateTimeOffset Moment(int minute) => Rows.Noon.AddMinutes(minute);
}
