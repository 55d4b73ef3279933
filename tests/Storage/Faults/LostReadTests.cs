using System.Data.Common;
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
    private CutDatabase cut = null!;

    private IInboxReads Inbox => cut.Node.Service<IInboxReads>();

    public async ValueTask InitializeAsync()
    {
        cut = await CutDatabase.Open(server);
        await cut.Node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
        for (var k = 0; k < 60; k++)
            await cut.Node.Apply(Make.Note(Make.Key(), Make.Desk));
    }

    public ValueTask DisposeAsync() => cut.DisposeAsync();

    [Fact]
    public async Task A_page_whose_connection_is_cut_anywhere_is_whole_or_says_that_the_database_is_away()
    {
        var query = new InboxQuery(Box.Notes, Take: 100);
        await Inbox.Page(Reader, query);
        cut.Proxy.Heal();
        var whole = Assert.IsType<InboxPage>((await Inbox.Page(Reader, query)).Value);
        var (_, bytes) = cut.Proxy.Passed();
        var broken = 0;
        for (var place = 0; place < Cuts; place++)
        {
            await Inbox.Page(Reader, query);
            cut.Proxy.CutAfter(long.MaxValue, bytes * place / Cuts);
            try
            {
                Assert.Equal(whole.Items, (await Inbox.Page(Reader, query)).Value?.Items);
            }
            catch (DbException away) when (away.IsTransient)
            {
                broken++;
            }

            cut.Proxy.Heal();
        }

        Assert.True(broken > Cuts / 2, $"Only {broken} reads were broken.");
    }
}
