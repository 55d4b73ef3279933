using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Storage.Reading;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Inbox;

/// <summary>An inbox of 20,000 items is read through its indexes, on every database.</summary>
public abstract class InboxPlanSuite(TestDatabase database) : IAsyncLifetime
{
    private const string Filled =
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
        INSERT INTO inbox_item (seat_id, subject, reason, box, changed_seq, arrived_seq, arrived_at_ms, read_by, urgency, secrecy, overdue)
        SELECT 1 + i % 20, $random$, 1, CASE WHEN i % 20 = 0 THEN 1 ELSE 0 END, i, i, i, ',', i % 4, 0, 0 FROM n
        """;

    private TestNode node = null!;

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        await database.Execute(Filled.Replace("$random$", database.NewUuid, StringComparison.Ordinal));
        await database.Execute("ANALYZE inbox_item");
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Counters_come_from_the_index_of_open_items() =>
        AssertUses("inbox_item_open", await Plan(InboxSql.Counters));

    [Theory]
    [InlineData(InboxFilter.All)]
    [InlineData(InboxFilter.Unread)]
    public async Task A_page_comes_from_the_index_of_open_items(InboxFilter filter) =>
        AssertUses("inbox_item_open", await Plan(InboxSql.Page(2, filter)));

    [Fact]
    public async Task A_catch_up_comes_from_the_index_of_changes() =>
        AssertUses("inbox_item_changed", await Plan(InboxSql.Changed(2)));

    [Fact]
    public async Task Nothing_scans_the_items()
    {
        foreach (var sql in new[] { InboxSql.Hidden(2), InboxSql.Items(3), InboxSql.Page(3, InboxFilter.Urgent) })
            AssertUses(null, await Plan(sql));
    }

    private static void AssertUses(string? index, string plan)
    {
        Assert.DoesNotContain("Seq Scan on inbox_item", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN i\n", plan + "\n", StringComparison.Ordinal);
        if (index is not null)
            Assert.Contains(index, plan, StringComparison.Ordinal);
    }

    private Task<string> Plan(string sql)
    {
        var parameters = new DynamicParameters();
        parameters.Add("Seats", Lists.In([1, 2]));
        parameters.Add("Clearance", 0);
        parameters.Add("Reader", InboxPredicate.Reader(7));
        parameters.Add("Box", 1);
        parameters.Add("Take", 51);
        for (var k = 0; k < 3; k++)
        {
            var n = k.ToString(CultureInfo.InvariantCulture);
            parameters.Add("s" + n, k + 1);
            parameters.Add("t" + n, long.MaxValue);
            parameters.Add("q" + n, long.MaxValue);
            parameters.Add("p" + n, 19_900L);
            parameters.Add("u" + n, Guid.NewGuid());
            parameters.Add("r" + n, 1);
        }

        return node.Plan(sql, parameters);
    }
}
