using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>Commands that share a transaction: each stands or falls alone, and keys they share are folded right.</summary>
public abstract class BatchSuite(TestDatabase database) : IAsyncLifetime
{
    private TestNode node = null!;

    public async ValueTask InitializeAsync()
    {
        node = await database.Node();
        await node.Apply(Make.Seats(Make.Desk.Value, Make.Post.Value));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Positions_of_one_seat_are_handed_out_one_by_one()
    {
        var answers = await Together(Enumerable.Range(0, 60).Select(_ => Make.Note(Make.Key(), Make.Desk)));

        var positions = answers.Select(answer => Assert.Single(Assert.IsType<CommitResult.Committed>(answer).Inbox).Position);
        Assert.Equal(Enumerable.Range(1, 60).Select(position => (long)position), positions.Order());
        Assert.Equal(60, await node.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
        Assert.Equal(60, await node.One<long>("SELECT count(DISTINCT changed_seq) FROM inbox_item WHERE seat_id = 501"));
    }

    [Fact]
    public async Task Numbers_of_one_register_are_handed_out_one_by_one()
    {
        var answers = await Together(Enumerable.Range(0, 60).Select(_ => Registers.Number(Registers.NewDocument(), 0)));

        var numbers = answers.Select(answer => Assert.IsType<CommitResult.Committed>(answer).Receipt.Number!.Value);
        Assert.Equal(Enumerable.Range(1, 60).Select(number => (long)number), numbers.Order());
        Assert.Equal(61, await node.One<long>("SELECT next FROM register"));
    }

    [Fact]
    public async Task Two_commands_on_one_stream_are_decided_one_after_the_other()
    {
        var stream = Make.NewStream();
        var answers = await Together([Make.Append(stream, 0), Make.Append(stream, 0), Make.Append(stream, 1)]);

        // The third was decided on what one of the first two leaves: whether it came in time is a matter of order.
        Assert.Single(answers[..2].OfType<CommitResult.Committed>());
        Assert.Equal(new CommitResult.PositionLost(stream), Assert.Single(answers[..2].OfType<CommitResult.PositionLost>()));
        Assert.Equal(
            answers.OfType<CommitResult.Committed>().Count(),
            await node.One<long>("SELECT position FROM stream_head WHERE stream = @Value", stream));
    }

    [Fact]
    public async Task Several_readers_of_one_item_are_all_kept()
    {
        var item = Make.Item(Make.Desk);
        await node.Apply(Make.Change(Make.Arrival(item, Box.Lead)));
        var answers = await Together(Enumerable.Range(1, 5).Select(reader => Make.Change(Make.Read(item, Box.Lead, new OfficialId(reader)))));

        Assert.Equal(
            [2, 3, 4, 5, 6],
            answers.Select(answer => Assert.Single(Assert.IsType<CommitResult.Committed>(answer).Inbox).Position).Order());
        Assert.Equal(5, (await node.One<string>("SELECT read_by FROM inbox_item")).Count(letter => letter == ',') - 1);
    }

    [Fact]
    public async Task One_that_breaks_a_constraint_falls_alone()
    {
        await node.Apply(Make.Append(Make.NewStream(), 0) with { Rows = [Rows.Unit(1, "TW")] });
        var commits = Enumerable.Range(0, 512)
            .Select(at => at == 300
                ? Make.Note(Make.Key(), Make.Desk) with { Rows = [Rows.Unit(2, "TW")] }
                : Make.Note(Make.Key(), at % 2 == 0 ? Make.Desk : Make.Post));
        var answers = await Together(commits);

        Assert.IsType<CommitResult.Refused>(answers[300]);
        Assert.Equal(511, answers.OfType<CommitResult.Committed>().Count());
        Assert.Equal(511, await node.One<long>("SELECT count(*) FROM inbox_item"));
        Assert.Equal(511, await node.One<long>("SELECT sum(position) FROM inbox_head"));
    }

    [Fact]
    public async Task Those_that_do_not_find_what_they_say_fall_alone()
    {
        var item = Make.Item(Make.Desk);
        await node.Apply(Make.Change(Make.Arrival(item, Box.Lead)));
        var taken = Make.NewStream();
        await node.Apply(Make.Append(taken, 0, facts: 2));
        var replayed = Make.Note(Make.Key(), Make.Post);
        var receipt = (await node.Apply(replayed)).Receipt;
        var reused = Make.Note(replayed.Claim!.Key, Make.Post, "chữ khác");
        var answers = await Together(
        [
            Make.Note(Make.Key(), Make.Desk),
            Make.Change(Make.Move(item, Box.Notes, Box.Closed)),
            Registers.Number(Registers.NewDocument(), 0),
            Make.Append(taken, 1),
            replayed,
            Make.Change(Make.Move(item, Box.Lead, Box.Closed), Make.Arrival(Make.Item(Make.Desk), Box.Lead)),
            Registers.Number(Registers.NewDocument(), 3),
            Registers.Number(Registers.NewDocument(), 0),
            reused,
            Make.Note(Make.Key(), Make.Desk),
        ]);

        Assert.Equal(
            ["Committed", "Refused", "Committed", "PositionLost", "Replayed", "Committed", "PositionLost", "Committed", "BodyDiffers", "Committed"],
            answers.Select(answer => answer.GetType().Name));
        Assert.Equal(receipt, ((CommitResult.Replayed)answers[4]).Receipt);
        Assert.Equal([1, 2], answers.OfType<CommitResult.Committed>().Select(answer => answer.Receipt.Number).OfType<long>().Order());
        Assert.Equal(5, await node.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
        Assert.Equal([2, 3, 4, 5], await node.Rows<long>("SELECT changed_seq FROM inbox_item WHERE seat_id = 501 ORDER BY changed_seq"));
    }

    [Fact]
    public async Task More_than_one_batch_can_hold_is_written_in_several()
    {
        var answers = await Together(Enumerable.Range(0, 1_300).Select(at => Make.Note(Make.Key(), at % 2 == 0 ? Make.Desk : Make.Post)));

        Assert.Equal(1_300, answers.OfType<CommitResult.Committed>().Count());
        Assert.Equal(1_300, await node.One<long>("SELECT sum(position) FROM inbox_head"));
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once()
    {
        // Made before: writers lose their patience with what holds them for long.
        var commits = Enumerable.Range(0, 20_001).Select(_ => Make.Append(Make.NewStream(), 0)).ToList();
        List<Task<CommitResult>> waiting;
        await using (await database.HoldWrites())
        {
            waiting = [.. commits[..^1].Select(node.Write)];
            var late = node.Write(commits[^1]);
            Assert.True(late.IsCompleted);
            Assert.IsType<CommitResult.Unavailable>(await late);
        }

        Assert.All(await Task.WhenAll(waiting), answer => Assert.IsType<CommitResult.Committed>(answer));
    }

    /// <summary>Sends them so that they queue while another is in flight, and so share a transaction.</summary>
    private async Task<CommitResult[]> Together(IEnumerable<Commit> commits)
    {
        // Made before: writers lose their patience with what holds them for long.
        var (before, made) = (Make.Append(Make.NewStream(), 0), commits.ToList());
        Task<CommitResult> first;
        List<Task<CommitResult>> sent;
        await using (await database.HoldWrites())
        {
            first = node.Write(before);
            sent = [.. made.Select(node.Write)];
        }

        Assert.IsType<CommitResult.Committed>(await first);
        return await Task.WhenAll(sent);
    }
}
