using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>What one command leaves behind, and that a refused one leaves nothing.</summary>
public abstract class EffectSuite(TestDatabase database) : IAsyncLifetime
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
    public async Task A_note_is_applied_whole()
    {
        var key = Make.Key();
        var answer = await node.Apply(Make.Note(key, Make.Desk, "Đồng chí xem giúp") with { ActingSeat = Make.Post, ActingUnit = new UnitId(3) });

        Assert.Equal((key.Command, NoteId.Of(key).Stream, 1L, 1L), (answer.Receipt.CommandId!.Value, answer.Receipt.Stream, answer.Receipt.First, answer.Receipt.Last));
        var change = Assert.Single(answer.Inbox);
        Assert.Equal((Make.Desk, 1L, InboxChangeKind.Arrived), (change.Seat, change.Position, change.Kind));
        Assert.Equal("Đồng chí xem giúp", change.Item.Note);
        Assert.Equal(answer.Receipt.At, change.Item.ArrivedAt);

        Assert.Equal(1, await node.One<long>("SELECT position FROM stream_head WHERE stream = @Value", NoteId.Of(key)));
        Assert.Equal(
            (1L, "note.sent", 7, 502, 3, key.Command.Value),
            await node.One<(long, string, int, int, int, Guid)>(
                "SELECT position, kind, official_id, seat_id, unit_id, command_id FROM fact WHERE stream = @Value", NoteId.Of(key)));
        Assert.Equal(1, await node.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
        Assert.Equal(
            (1L, 1L, ",", "Đồng chí xem giúp"),
            await node.One<(long, long, string, string)>("SELECT changed_seq, arrived_seq, read_by, note FROM inbox_item WHERE seat_id = 501"));
        Assert.Equal(1, await node.One<long>("SELECT count(*) FROM claim WHERE official_id = 7"));
    }

    [Fact]
    public async Task Several_streams_move_together_and_the_first_is_the_answers()
    {
        StreamId main = Make.NewStream(), other = Make.NewStream();
        await node.Apply(Make.Append(other, 0, facts: 3));
        var answer = await node.Apply(Make.Append(main, 0) with
        {
            Appends = [new StreamAppend(main, 0, Make.Facts(2)), new StreamAppend(other, 3, Make.Facts(1))],
        });

        Assert.Equal((main, 1L, 2L), (answer.Receipt.Stream, answer.Receipt.First, answer.Receipt.Last));
        Assert.Equal([1, 2, 3, 4], await node.Rows<long>("SELECT position FROM fact WHERE stream = @Value ORDER BY position", other));
        Assert.Equal(4, await node.One<long>("SELECT position FROM stream_head WHERE stream = @Value", other));
        Assert.Equal(2, await node.One<long>("SELECT position FROM stream_head WHERE stream = @Value", main));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(1, 2)]
    public async Task A_lost_position_names_its_stream_and_changes_nothing(long head, long expected)
    {
        StreamId fine = Make.NewStream(), lost = Make.NewStream();
        if (head > 0)
            await node.Apply(Make.Append(lost, 0, facts: (int)head));
        var before = await TableDump.Of(node);

        var commit = Make.Note(Make.Key(), Make.Desk);
        var number = Registers.Number(new DocumentId(fine.Value), 0);
        var answer = await node.Write(commit with
        {
            Appends = [new StreamAppend(fine, 0, Make.Facts()), new StreamAppend(lost, expected, Make.Facts())],
            Rows = [.. number.Rows, .. Make.Seats(700).Rows],
            Take = number.Take,
        });

        Assert.Equal(new CommitResult.PositionLost(lost), answer);
        Assert.Equal(before, await TableDump.Of(node));
    }

    [Fact]
    public async Task A_command_whose_row_breaks_a_constraint_is_refused_and_changes_nothing()
    {
        await node.Apply(Make.Append(Make.NewStream(), 0) with { Rows = [Rows.Unit(1, "TW")] });
        var before = await TableDump.Of(node);

        var answer = await node.Write(Make.Note(Make.Key(), Make.Desk) with { Rows = [Rows.Unit(2, "TW")] });

        Assert.Contains("code", Assert.IsType<CommitResult.Refused>(answer).Guard, StringComparison.Ordinal);
        Assert.Equal(before, await TableDump.Of(node));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0xD83D)]
    [InlineData(0xDE00)]
    public async Task Text_that_no_database_stores_is_refused(int letter)
    {
        // Made here: a runner that hands theory data on as text would have repaired it.
        var text = $"chữ {(char)letter} hỏng";
        var before = await TableDump.Of(node);

        Assert.IsType<CommitResult.Refused>(await node.Write(Make.Note(Make.Key(), Make.Desk, text)));
        Assert.IsType<CommitResult.Refused>(await node.Write(Make.Append(Make.NewStream(), 0) with { Rows = [Rows.Unit(1, text)] }));
        Assert.IsType<CommitResult.Refused>(await node.Write(Make.Append(Make.NewStream(), 0) with
        {
            Appends = [new StreamAppend(Make.NewStream(), 0, [new Fact("thing.done", text)])],
        }));

        Assert.Equal(before, await TableDump.Of(node));
        await node.Apply(Make.Note(Make.Key(), Make.Desk, "mặt cười 😀 vẫn được"));
    }

    [Fact]
    public async Task A_body_is_written_once()
    {
        var document = new DocumentId(Guid.NewGuid());
        await node.Apply(Make.Append(Make.NewStream(), 0) with { Rows = [Rows.Body(document, 1, "bản đầu")] });

        Assert.IsType<CommitResult.Refused>(await node.Write(Make.Append(Make.NewStream(), 0) with { Rows = [Rows.Body(document, 1, "bản khác")] }));
        Assert.Equal("bản đầu", await node.One<string>("SELECT text FROM document_body"));
    }

    [Fact]
    public async Task A_seat_written_again_keeps_its_inbox_head()
    {
        await node.Apply(Make.Note(Make.Key(), Make.Desk));
        await node.Apply(Make.Seats(Make.Desk.Value));

        Assert.Equal(1, await node.One<long>("SELECT position FROM inbox_head WHERE seat_id = 501"));
    }

    [Fact]
    public async Task A_seat_made_in_a_command_can_be_written_to_in_it()
    {
        var answer = await node.Apply(Make.Seats(900) with { Inbox = [Make.Arrival(Make.Item(new SeatId(900)), Box.WaitingMe)] });

        Assert.Equal(1, Assert.Single(answer.Inbox).Position);
    }

    [Fact]
    public async Task A_commit_that_breaks_its_contract_is_a_bug_of_the_caller()
    {
        var stream = Make.NewStream();
        var twice = new StreamAppend(stream, 0, Make.Facts());
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(Make.Append(stream, 0) with { Appends = [] }));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(Make.Append(stream, 0) with { Appends = [twice, twice] }));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(Make.Append(stream, 0) with { Rows = [Rows.Unit(1, "A"), Rows.Unit(1, "B")] }));
        await Assert.ThrowsAsync<ArgumentException>(() => node.Write(Make.Append(stream, 0) with
        {
            Take = new RegisterTake("out:1:all:0", null, stream, RegisterTarget.Document, "-CT/TW"),
        }));
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        var commit = Make.Note(Make.Key(), Make.Desk);
        var answer = await node.Apply(commit);
        var before = await TableDump.Of(node);

        await database.Stop(node);
        node = await database.Node();

        Assert.Equal(before, await TableDump.Of(node));
        Assert.Equal(new CommitResult.Replayed(answer.Receipt), await node.Write(commit));
    }
}
