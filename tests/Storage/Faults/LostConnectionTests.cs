using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Faults;

/// <summary>
/// The writer's connection breaks at every place of a batch, on the way there and on the way back: the outcome is
/// unknown or definite, never wrong, and the same commands sent again have one effect.
/// </summary>
[Trait("Needs", "PostgreSql")]
public sealed class LostConnectionTests(PostgreSqlServer server) : IAsyncLifetime
{
    private const int CutsEachWay = 40;
    private readonly List<Commit> sent = [];
    private CutDatabase cut = null!;

    public async ValueTask InitializeAsync()
    {
        cut = await CutDatabase.Open(server);
        await cut.Node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
    }

    public ValueTask DisposeAsync() => cut.DisposeAsync();

    [Fact]
    public async Task A_connection_cut_anywhere_in_a_batch_loses_and_doubles_nothing()
    {
        await Reconnect();
        cut.Proxy.Heal();
        await SendBatch();
        var (up, down) = cut.Proxy.Passed();
        var unknown = 0;
        for (var place = 0; place <= CutsEachWay; place++)
        {
            unknown += await CutOnce(up * place / CutsEachWay, long.MaxValue);
            unknown += await CutOnce(long.MaxValue, down * place / CutsEachWay);
        }

        Assert.True(unknown > CutsEachWay, $"Only {unknown} commands had an unknown outcome.");
        await CheckExactlyOnce();
    }

    [Fact]
    public async Task A_session_ended_by_the_server_at_any_moment_loses_and_doubles_nothing()
    {
        for (var round = 0; round < 60; round++)
        {
            var batch = SendBatch();
            if (round % 3 != 0)
                await cut.Database.Execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'partyrealtime-writer' AND datname = current_database()");
            await Resend(await batch);
        }

        await CheckExactlyOnce();
    }

    private async Task<int> CutOnce(long fromClient, long fromServer)
    {
        await Reconnect();
        cut.Proxy.CutAfter(fromClient, fromServer);
        var answers = await SendBatch();
        cut.Proxy.Heal();
        Assert.DoesNotContain(answers, answer => answer.Result is CommitResult.Refused or CommitResult.PositionLost);
        await Resend(answers);
        return answers.Count(answer => answer.Result is CommitResult.Unknown);
    }

    /// <summary>A command that goes through: the writer's connection stands and is idle.</summary>
    private async Task Reconnect()
    {
        while (await cut.Node.Write(Make.Append(Make.NewStream(), 0, claim: null)) is not CommitResult.Committed)
        {
            // Refused at once while the writer waits to connect again.
        }
    }

    private async Task<List<(Commit Commit, CommitResult Result)>> SendBatch()
    {
        Commit[] batch =
        [
            Make.Note(Make.Key(), Make.Desk),
            Registers.Number(Registers.NewDocument(), 0),
            Make.Change(Make.Arrival(Make.Item(Make.Post), Box.Lead), Make.Arrival(Make.Item(Make.Desk), Box.Lead)),
        ];
        sent.AddRange(batch);
        var results = await Task.WhenAll(batch.Select(cut.Node.Write));
        return [.. batch.Zip(results)];
    }

    /// <summary>As every caller does: the same command under the same id, until its outcome is definite.</summary>
    private async Task Resend(List<(Commit Commit, CommitResult Result)> answers)
    {
        foreach (var (commit, first) in answers)
        {
            var result = first;
            while (result is CommitResult.Unknown or CommitResult.Unavailable)
                result = await cut.Node.Write(commit);
            Assert.True(result is CommitResult.Committed or CommitResult.Replayed, result.ToString());
        }
    }

    private async Task CheckExactlyOnce()
    {
        var commands = sent.Select(commit => commit.Claim!.Key.Command.Value).ToHashSet();
        var facts = await cut.Node.Rows<Guid>("SELECT command_id FROM fact WHERE command_id IS NOT NULL");
        Assert.Equal(facts.Count, facts.Distinct().Count());
        Assert.Empty(commands.Except(facts));
        var items = sent.Sum(commit => commit.Inbox.Length);
        Assert.Equal(items, await cut.Node.One<long>("SELECT count(*) FROM inbox_item"));
        Assert.Equal(items, await cut.Node.One<long>("SELECT sum(position) FROM inbox_head"));
        var numbers = sent.Count(commit => commit.Take is not null);
        Assert.Equal(
            Enumerable.Range(1, numbers).Select(number => (long)number),
            await cut.Node.Rows<long>("SELECT number FROM register_entry ORDER BY number"));
    }
}
