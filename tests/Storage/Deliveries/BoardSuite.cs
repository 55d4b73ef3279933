using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Deliveries;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Deliveries;

/// <summary>The sender's board, read from deliveries as they lie in the store.</summary>
public abstract class BoardSuite(TestDatabase database) : IAsyncLifetime
{
    private const int LateUnits = 230;

    private const int ListedMax = 200;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_count_of_late_units_is_of_all_of_them_and_the_list_of_those_that_wait_longest()
    {
        var node = await database.Node();
        await new OrganisationSeed(node.Reads, node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        await organisation.Refresh();
        var document = new DocumentId(Guid.NewGuid());
        var deliveries = organisation.Current.Units.Take(LateUnits + 2)
            .Select((unit, at) => Waiting(document, unit.Id.Value, at)).ToArray();
        await node.Apply(Issued(document, deliveries));

        var board = await new BoardReads(node.Reads, organisation, TimeProvider.System).Board(document);

        Assert.NotNull(board);
        Assert.Equal((LateUnits, ListedMax), (board.LateUnits, board.Late.Length));
        Assert.Equal(deliveries.Skip(2).Take(ListedMax).Select(delivery => delivery.Unit), board.Late.Select(late => late.UnitId));
    }

    [Fact]
    public async Task The_units_of_all_tiles_are_those_of_each_and_say_who_registered_when()
    {
        var node = await database.Node();
        await new OrganisationSeed(node.Reads, node.Writer, TimeProvider.System).Run(OrganisationSize.S1);
        using var organisation = new LiveOrganisation(new OrganisationReads(node.Reads), TimeProvider.System);
        await organisation.Refresh();
        await using var connection = await node.Reads.Open();
        var (clerk, name) = await connection.QuerySingleAsync<(int, string)>("SELECT id, name FROM official ORDER BY id LIMIT 1");
        var document = new DocumentId(Guid.NewGuid());
        var communes = organisation.Current.Units.Where(unit => unit.Kind == UnitKind.Commune).GroupBy(unit => unit.Tile).Take(2).SelectMany(tile => tile.Take(2));
        var deliveries = communes.Select((unit, at) => Waiting(document, unit.Id.Value, at) with
        {
            Tile = unit.Tile,
            State = at == 0 ? DeliveryState.Registered : DeliveryState.Arrived,
            RegisteredAt = at == 0 ? Rows.Noon : null,
            RegisteredBy = at == 0 ? new OfficialId(clerk) : null,
        }).ToArray();
        var other = new DocumentId(Guid.NewGuid());
        await node.Apply(Issued(document, deliveries));
        await node.Apply(Issued(other, [Waiting(other, deliveries[0].Unit.Value, 0)]));
        var boards = new BoardReads(node.Reads, organisation, TimeProvider.System);

        var all = await boards.Units(document);

        Assert.NotNull(all);
        var tiles = new List<BoardUnit>();
        foreach (var tile in deliveries.Select(delivery => delivery.Tile).Distinct().Order(StringComparer.Ordinal))
            tiles.AddRange((await boards.Tile(document, tile))!.Units);
        Assert.Equal(tiles, all);
        Assert.Equal(deliveries.Select(delivery => delivery.Id).ToHashSet(), all.Value.Select(unit => unit.Id).ToHashSet());
        Assert.All(all.Value, unit => Assert.NotNull(unit.Unit.Province));
        Assert.Equal((Rows.Noon, name), (all.Value.Single(unit => unit.Id == deliveries[0].Id).RegisteredAt, all.Value.Single(unit => unit.RegisteredBy is not null).RegisteredBy));
        Assert.Null(await boards.Units(new DocumentId(Guid.NewGuid())));
    }

    private static Commit Issued(DocumentId document, DeliveryRow[] deliveries) => Make.Append(document.Stream, 0) with
    {
        Rows = [Rows.Document(document, 1) with { State = DocumentState.Issued, IssuedAt = Rows.Noon, Units = deliveries.Length }, .. deliveries],
    };

    /// <summary>The first has been opened and the second has agreed to a recall: neither is late.</summary>
    private static DeliveryRow Waiting(DocumentId document, int unit, int at) =>
        Rows.Delivery(new DeliveryId(Guid.NewGuid()), document, unit, 0) with
        {
            State = DeliveryState.Arrived,
            ArrivedAt = Rows.Noon.AddYears(-1).AddSeconds(at),
            OpenedAt = at == 0 ? Rows.Noon : null,
            Recall = at == 1 ? RecallAnswer.Agreed : RecallAnswer.None,
        };
}
