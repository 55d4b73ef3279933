using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
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
        await node.Apply(Make.Append(document.Stream, 0) with
        {
            Rows = [Rows.Document(document, 1) with { State = DocumentState.Issued, IssuedAt = Rows.Noon, Units = deliveries.Length }, .. deliveries],
        });

        var board = await new BoardReads(node.Reads, organisation, TimeProvider.System).Board(document);

        Assert.NotNull(board);
        Assert.Equal((LateUnits, ListedMax), (board.LateUnits, board.Late.Length));
        Assert.Equal(deliveries.Skip(2).Take(ListedMax).Select(delivery => delivery.Unit), board.Late.Select(late => late.UnitId));
    }

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
