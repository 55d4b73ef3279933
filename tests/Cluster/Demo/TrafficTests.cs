using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Registers;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Demo;

/// <summary>The living demo: a newcomer issues a document, and simulated officials work on it.</summary>
public sealed class TrafficTests(PostgreSqlServer server)
{
    private const int FinishedMin = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public Task On_sqlite_the_board_moves_by_itself() => BoardMoves(new SqliteDatabase());

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public Task On_postgresql_the_board_moves_by_itself() => BoardMoves(new PostgreSqlDatabase(server));

    /// <summary>Some units have finished while others have not begun, as people do.</summary>
    private static async Task BoardMoves(TestDatabase database)
    {
        await using var node = await OfficeNode.Start(database, change: settings => settings with { Traffic = true });
        using var clerk = await node.Enter("clerk.tw");
        using var leader = await node.Enter("leader.tw");
        var document = await Issued(node, clerk, leader);

        using var limit = new CancellationTokenSource(Patience);
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        BoardTotals totals;
        do
        {
            await pace.WaitForNextTickAsync(limit.Token);
            totals = (await clerk.Get<Board>($"{document}/board")).Totals;
        }
        while (totals.Finished < FinishedMin);

        Assert.InRange(totals.Finished, FinishedMin, totals.Units - 1);
        Assert.Equal(totals.Units, totals.Sent + totals.Arrived + totals.Registered + totals.Assigned + totals.InProgress + totals.Finished);
        Assert.InRange(totals.Opened, totals.Finished, totals.Units);
        Assert.Equal(totals.Units, Assert.Single((await clerk.Get<RegisterPage>("/api/registers/outgoing")).Rows).Units);
        await Books(node, await clerk.Get<Board>($"{document}/board"), clerk, document);
    }

    /// <summary>A unit's book says who leads what it has assigned, and nobody else where nobody was named.</summary>
    private static async Task Books(OfficeNode node, Board board, Person sender, string document)
    {
        var tile = board.Tiles.First(tile => tile.Finished > 0);
        var unit = (await sender.Get<BoardTileUnits>($"{document}/board/{tile.Code}")).Units.First(unit => unit.State == DeliveryState.Finished);
        using var clerk = await node.Enter("clerk." + unit.Unit.Code.ToLowerInvariant());
        var line = Assert.Single((await clerk.Get<RegisterPage>("/api/registers/incoming")).Rows);
        Assert.Equal(DeliveryState.Finished, line.State);
        Assert.NotEmpty(line.Handler!);
        Assert.Null(line.AlsoTo);
    }

    private static async Task<string> Issued(OfficeNode node, Person clerk, Person leader)
    {
        var composed = await clerk.Act("/api/documents", new
        {
            type = "CT", @abstract = "Về văn thư", body = "Kính gửi các đồng chí.", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(),
        });
        var path = $"/api/documents/{composed.GetProperty("stream").GetGuid()}";
        await clerk.Act($"{path}/submit");
        await leader.Act($"{path}/clear");
        await leader.Act($"{path}/sign", new { password = node.Password, capacity = "inPerson" });
        await clerk.Act($"{path}/number");
        await clerk.Act($"{path}/seal");
        var everyone = new[] { "everyone" };
        var units = (await clerk.Act("/api/recipients/preview", new { recipients = everyone, except = Array.Empty<string>() })).GetProperty("units").GetInt32();
        await clerk.Act($"{path}/issue", new { recipients = everyone, except = Array.Empty<string>(), confirmUnits = units });
        return path;
    }
}
