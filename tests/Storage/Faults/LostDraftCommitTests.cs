using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.StorageTests.Drafting;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>The writer's connection breaks at every place of a commit without facts: all of its rows are there, or none.</summary>
[Trait("Needs", "PostgreSql")]
public sealed class LostDraftCommitTests(PostgreSqlServer server) : IAsyncLifetime
{
    private const int CutsEachWay = 30;

    private readonly DocumentId draft = DraftLog.NewDraft();
    private CutDatabase cut = null!;
    private long head;

    public async ValueTask InitializeAsync()
    {
        cut = await CutDatabase.Open(server);
    }

    public ValueTask DisposeAsync() => cut.DisposeAsync();

    [Fact]
    public async Task A_connection_cut_anywhere_leaves_all_of_it_or_nothing()
    {
        await Reconnect();
        cut.Proxy.Heal();
        await cut.Node.Apply(Next());
        head += 2;
        var (up, down) = cut.Proxy.Passed();
        var unknown = 0;
        for (var place = 0; place <= CutsEachWay; place++)
        {
            unknown += await CutOnce(up * place / CutsEachWay, long.MaxValue);
            unknown += await CutOnce(long.MaxValue, down * place / CutsEachWay);
        }

        Assert.True(unknown > CutsEachWay / 2, $"Only {unknown} commits had an unknown outcome.");
        Assert.Equal(head, (await cut.Node.Service<IDraftReads>().Load(draft)).Tail.Length);
    }

    private async Task<int> CutOnce(long fromClient, long fromServer)
    {
        await Reconnect();
        cut.Proxy.CutAfter(fromClient, fromServer);
        var result = await cut.Node.Write(Next());
        cut.Proxy.Heal();
        await Reconnect();
        var stored = await cut.Node.Service<IDraftReads>().Load(draft);
        var isThere = stored.Head > head;
        Assert.Equal(head + (isThere ? 2 : 0), stored.Tail.Length);
        Assert.Equal(stored.Tail.Length / 2, stored.Clients.Length);
        Assert.True(result is CommitResult.Unknown || result is CommitResult.Committed == isThere, result.ToString());
        Assert.Equal(isThere, await cut.Node.Write(Next()) is CommitResult.Refused);
        head += 2;
        return result is CommitResult.Unknown ? 1 : 0;
    }

    /// <summary>A commit that goes through: the writer's connection stands and is idle, and nothing cut is still under way.</summary>
    private async Task Reconnect()
    {
        while (await cut.Node.Write(DraftLog.Commit(DraftLog.Entry(DraftLog.NewDraft(), 1))) is not CommitResult.Committed)
        {
            // Refused at once while the writer waits to connect again.
        }
    }

    private Commit Next() => DraftLog.Commit(
        DraftLog.Entry(draft, head + 1, 1, 2, 3), DraftLog.Entry(draft, head + 2, 4), DraftLog.Client(draft, head));
}
