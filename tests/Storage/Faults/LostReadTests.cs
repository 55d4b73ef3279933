using System.Data.Common;
using Npgsql;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>
/// A reader's connection breaks at every place of an answer: it is told as a database that is away, and never as a bug.
/// </summary>
[Trait("Needs", "PostgreSql")]
public sealed class LostReadTests(PostgreSqlServer server) : IAsyncLifetime
{
    private const int Cuts = 200;
    private static readonly Actor Reader = new(Make.Me, "Người đọc", [new HeldSeat(Make.Desk, SeatKind.Desk, SeatRole.Clerk, new UnitId(3), "Văn thư")], null, Secrecy.Normal);
    private CuttingProxy proxy = null!;
    private PostgreSqlDatabase database = null!;
    private TestNode node = null!;

    private IInboxReads Inbox => node.Service<IInboxReads>();

    public async ValueTask InitializeAsync()
    {
        await server.NewDatabase();
        proxy = new CuttingProxy(server.Port);
        database = new PostgreSqlDatabase(server, text => new NpgsqlConnectionStringBuilder(text) { Port = proxy.Port }.ToString());
        node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        for (var k = 0; k < 60; k++)
            await node.Apply(Make.Note(Make.Key(), Make.Desk));
    }

    public async ValueTask DisposeAsync()
    {
        proxy.Heal();
        await database.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_page_whose_connection_is_cut_anywhere_is_whole_or_says_that_the_database_is_away()
    {
        var query = new InboxQuery(Box.Notes, Take: 100);
        await Inbox.Page(Reader, query);
        proxy.Heal();
        var whole = Assert.IsType<InboxPage>((await Inbox.Page(Reader, query)).Value);
        var (_, bytes) = proxy.Passed();
        var broken = 0;
        for (var cut = 0; cut < Cuts; cut++)
        {
            await Inbox.Page(Reader, query);
            proxy.CutAfter(long.MaxValue, bytes * cut / Cuts);
            try
            {
                Assert.Equal(whole.Items, (await Inbox.Page(Reader, query)).Value?.Items);
            }
            catch (DbException away) when (away.IsTransient)
            {
                broken++;
            }

            proxy.Heal();
        }

        Assert.True(broken > Cuts / 2, $"Only {broken} reads were broken.");
    }
}
