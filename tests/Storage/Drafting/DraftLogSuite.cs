using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Drafting;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Drafting;

/// <summary>Commits without facts: whole or not at all, once, fenced by the keys of their rows.</summary>
public abstract class DraftLogSuite(TestDatabase database) : IAsyncLifetime
{
    private readonly DocumentId draft = DraftLog.NewDraft();
    private TestNode node = null!;

    public async ValueTask InitializeAsync() => node = await database.Node();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Its_receipt_names_no_stream_and_no_fact_is_written()
    {
        var receipt = (await node.Apply(DraftLog.Commit(DraftLog.Entry(draft, 1, 7)))).Receipt;

        Assert.Equal((default, 0L, 0L), (receipt.Stream, receipt.First, receipt.Last));
        Assert.True(receipt.At > Commits.Rows.Noon.AddYears(-5));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM fact"));
        Assert.Equal(0, await node.One<long>("SELECT count(*) FROM stream_head"));
    }

    [Fact]
    public async Task Bytes_are_read_as_they_were_written()
    {
        var large = new byte[1_000_000];
        new Random(5).NextBytes(large);
        await node.Apply(DraftLog.Commit(
            DraftLog.Entry(draft, 1, 0, 255, 128), DraftLog.Entry(draft, 2), DraftLog.Entry(draft, 3, large), DraftLog.Client(draft, (1L << 53) - 1)));

        var stored = await node.Service<IDraftReads>().Load(draft);
        Assert.Null(stored.Snapshot);
        Assert.Equal([1, 2, 3], stored.Tail.Select(entry => entry.Seq));
        Assert.Equal([0, 255, 128], stored.Tail[0].Bytes);
        Assert.Empty(stored.Tail[1].Bytes);
        Assert.Equal(large, stored.Tail[2].Bytes);
        Assert.Equal((DraftEntryKind.Update, Make.Me, Commits.Rows.Noon), (stored.Tail[0].Kind, stored.Tail[0].By, stored.Tail[0].At));
        Assert.Equal(DraftLog.Client(draft, (1L << 53) - 1), Assert.Single(stored.Clients));
        Assert.Equal(3, stored.Head);
    }

    [Fact]
    public async Task Of_two_that_write_one_place_one_is_refused_whole()
    {
        var twin = await database.Node();
        for (var seq = 1; seq <= 20; seq++)
        {
            var mine = node.Write(DraftLog.Commit(DraftLog.Entry(draft, seq, 1), DraftLog.Client(draft, 1_000 + seq)));
            var its = twin.Write(DraftLog.Commit(DraftLog.Client(draft, 2_000 + seq), DraftLog.Entry(draft, seq, 2)));
            var answers = await Task.WhenAll(mine, its);
            Assert.Single(answers.OfType<CommitResult.Committed>());
            Assert.Single(answers.OfType<CommitResult.Refused>());
        }

        var stored = await node.Service<IDraftReads>().Load(draft);
        Assert.Equal(20, stored.Tail.Length);
        Assert.Equal(
            stored.Tail.Select(entry => (entry.Bytes[0] * 1_000) + entry.Seq).Order(),
            stored.Clients.Select(client => client.Client).Order());
    }

    [Fact]
    public async Task Among_other_commands_each_stands_or_falls_alone()
    {
        await node.Apply(Make.Seats(Make.Desk.Value));
        await node.Apply(DraftLog.Commit(DraftLog.Entry(draft, 1)));
        var others = DraftLog.NewDraft();
        var lost = Make.NewStream();
        var answers = await Together(
            Make.Note(Make.Key(), Make.Desk),
            DraftLog.Commit(DraftLog.Entry(draft, 2), DraftLog.Entry(draft, 3)),
            DraftLog.Commit(DraftLog.Entry(others, 1), DraftLog.Entry(draft, 1)),
            Make.Append(lost, 7),
            DraftLog.Commit(DraftLog.Entry(DraftLog.NewDraft(), 1)),
            Registers.Number(Registers.NewDocument(), 0));

        Assert.Equal(
            ["Committed", "Committed", "Refused", "PositionLost", "Committed", "Committed"],
            answers.Select(answer => answer.GetType().Name));
        Assert.Equal(3, (await node.Service<IDraftReads>().Load(draft)).Head);
        Assert.Equal(0, (await node.Service<IDraftReads>().Load(others)).Head);
        Assert.Equal(1, await node.One<long>("SELECT position FROM inbox_head"));
    }

    [Fact]
    public async Task Two_for_one_place_do_not_share_a_transaction()
    {
        var answers = await Together(DraftLog.Commit(DraftLog.Entry(draft, 1, 1)), DraftLog.Commit(DraftLog.Entry(draft, 1, 2)));

        Assert.Single(answers.OfType<CommitResult.Committed>());
        Assert.Single(answers.OfType<CommitResult.Refused>());
    }

    [Fact]
    public async Task What_its_keys_do_not_fence_is_a_bug_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(DraftLog.Commit()));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(DraftLog.Commit(Commits.Rows.Unit(1, "TW"))));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(
            DraftLog.Commit(DraftLog.Entry(draft, 1)) with { Claim = Make.Claim(Make.Key()) }));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(
            DraftLog.Commit(DraftLog.Entry(draft, 1)) with { Inbox = [Make.Arrival(Make.Item(Make.Desk), Box.Lead)] }));
    }

    [Fact]
    public async Task A_draft_is_read_from_its_newest_snapshot_on()
    {
        await node.Apply(DraftLog.Commit(DraftLog.Entry(draft, 1), DraftLog.Entry(draft, 2), DraftLog.Snapshot(draft, 1, 1), DraftLog.Snapshot(draft, 2, 2)));
        Assert.Equal(2, (await node.Service<IDraftReads>().Load(draft)).Head);
        await node.Apply(DraftLog.Commit(DraftLog.Entry(draft, 3)));

        var stored = await node.Service<IDraftReads>().Load(draft);
        Assert.Equal([2], stored.Snapshot!.State);
        Assert.Equal(3, Assert.Single(stored.Tail).Seq);
    }

    [Fact]
    public async Task Old_updates_go_when_a_snapshot_contains_them_and_snapshots_when_there_is_a_later_one()
    {
        var queue = node.Service<CommitQueue>();
        var before = (Commits.Rows.Noon + TimeSpan.FromHours(1)).ToUnixTimeMilliseconds();
        await node.Apply(DraftLog.Commit(DraftLog.Entry(draft, 1), DraftLog.Entry(draft, 2), DraftLog.Entry(draft, 3)));
        Assert.Equal(0, (await queue.Sweep(SweepKind.DraftUpdates, before)).Rows);
        await node.Apply(DraftLog.Commit(DraftLog.Snapshot(draft, 1, 1), DraftLog.Snapshot(draft, 2, 2)));
        Assert.Equal(0, (await queue.Sweep(SweepKind.DraftUpdates, Commits.Rows.Noon.ToUnixTimeMilliseconds())).Rows);

        Assert.Equal(2, (await queue.Sweep(SweepKind.DraftUpdates, before)).Rows);
        Assert.Equal(1, (await queue.Sweep(SweepKind.DraftSnapshots, before)).Rows);
        var stored = await node.Service<IDraftReads>().Load(draft);
        Assert.Equal((2L, 3L), (stored.Snapshot!.Seq, stored.Head));
        Assert.Equal([3L], await node.Rows<long>("SELECT seq FROM draft_update"));
    }

    [Fact]
    public async Task Participants_are_those_that_are_still_invited()
    {
        DraftParticipantRow Seat(int seat, DraftRight? right) =>
            new() { Document = draft, Seat = new SeatId(seat), Right = right, Since = 1, By = Make.Me, At = Commits.Rows.Noon };
        await node.Apply(Make.Append(draft.Stream, 0) with { Rows = [Seat(9, DraftRight.Write), Seat(8, DraftRight.Read), Seat(7, DraftRight.Write)] });
        await node.Apply(Make.Append(draft.Stream, 1) with { Rows = [Seat(9, null), Seat(7, DraftRight.Suggest)] });

        var participants = await node.Service<IDraftReads>().Participants(draft);
        Assert.Equal([Seat(7, DraftRight.Suggest), Seat(8, DraftRight.Read)], participants);
    }

    [Fact]
    public async Task A_named_version_is_found_by_its_position_and_a_submitted_one_by_its_number()
    {
        var reads = node.Service<IDraftReads>();
        Assert.Equal((0L, 0), (await reads.Head(draft), await reads.NamedVersions(draft)));
        await node.Apply(DraftLog.Commit(
            DraftLog.Entry(draft, 1, 7),
            DraftLog.Client(draft, 5),
            new DraftMarkRow { Document = draft, Position = 2, Seq = 1, At = Commits.Rows.Noon, By = Make.Me, Name = "Bản góp ý", Content = "{}", State = [1] },
            new DraftVersionRow { Document = draft, Version = 2, Seq = 1, At = Commits.Rows.Noon, By = Make.Me, Content = "{}", State = [2] }));

        Assert.Equal((1L, 1), (await reads.Head(draft), await reads.NamedVersions(draft)));
        var named = (await reads.Version(draft, new VersionKey(IsNamed: true, 2)))!;
        Assert.Equal([1], named.State);
        Assert.Equal(DraftLog.Client(draft, 5), Assert.Single(named.Clients));
        Assert.Equal([2], (await reads.Version(draft, new VersionKey(IsNamed: false, 2)))!.State);
        Assert.Null(await reads.Version(draft, new VersionKey(IsNamed: true, 3)));
        await node.Apply(DraftLog.Commit(new DraftSnapshotRow { Document = draft, Seq = 4, At = Commits.Rows.Noon, State = [1] }));
        Assert.Equal(4, await reads.Head(draft));
    }

    /// <summary>Sends them so that they queue while another is in flight, and so share a transaction.</summary>
    private async Task<CommitResult[]> Together(params Commit[] commits)
    {
        List<Task<CommitResult>> sent;
        await using (await database.HoldWrites())
            sent = [node.Write(Make.Append(Make.NewStream(), 0)), .. commits.Select(node.Write)];

        var answers = await Task.WhenAll(sent);
        return answers[1..];
    }
}
