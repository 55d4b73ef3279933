using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Bursts;

/// <summary>The registries of all communes register one directive, all at once.</summary>
public abstract class RegisterBurstSuite(Func<TestDatabase> database)
{
    private const int Communes = 3_321;

    /// <summary>Every so many send their command twice, as a browser does whose answer was lost.</summary>
    private const int TwiceEvery = 10;

    [Fact]
    public async Task All_communes_register_at_once_and_the_board_is_exact()
    {
        await using var office = await Registries.Open(database(), OrganisationSize.Default);
        Assert.Equal(Communes, office.Deliveries.Length);

        var receipts = await Task.WhenAll(office.Deliveries.Select(async (delivery, index) =>
        {
            var command = Guid.NewGuid();
            var twin = index % TwiceEvery == 0 ? office.Register(delivery, command) : null;
            var receipt = await office.Register(delivery, command);
            if (twin is not null)
                Assert.Equal(receipt, await twin);
            return receipt;
        }));

        var board = await office.Board();
        Assert.Equal((Communes, Communes), (board.Totals.Units, board.Totals.Registered));
        Assert.Equal(0, board.Totals.Sent + board.Totals.Arrived + board.Totals.Assigned + board.Totals.InProgress + board.Totals.Finished + board.Totals.Returned);
        Assert.All(board.Tiles, tile => Assert.Equal(tile.Units, tile.Registered));
        // Each unit's own register has given out its first number, once.
        Assert.All(receipts, receipt => Assert.Equal(1, receipt.Number));
        Assert.Equal(Communes, receipts.DistinctBy(receipt => receipt.Stream).Count());
        // The demo's merged communes closed their books before that day.
        Assert.Equal(Communes, await office.One<long>("SELECT COUNT(*) FROM register_entry WHERE register LIKE 'in:%' AND number = 1 AND number_on >= '2026-01-01'"));
        Assert.Equal(0, await office.One<long>("SELECT COUNT(*) FROM register_entry WHERE register LIKE 'in:%' AND number <> 1 AND number_on >= '2026-01-01'"));
        Assert.Equal(Communes, await office.One<long>("SELECT COUNT(*) FROM fact WHERE kind = 'delivery.registered'"));
        Assert.Equal(Communes, await office.One<long>("SELECT COUNT(*) FROM step WHERE delivery_id IN (SELECT id FROM delivery WHERE number_on >= '2026-01-01')"));
    }
}
