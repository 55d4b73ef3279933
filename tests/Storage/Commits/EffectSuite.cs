using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Commits;

/// <summary>What one command leaves behind.</summary>
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
}
