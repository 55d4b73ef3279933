using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>Notes: sent, read, closed.</summary>
internal sealed class WriteNotes : IAction
{
    public IReadOnlyList<string> Covers => ["POST /api/notes", "POST /api/inbox/read", "POST /api/inbox/done"];

    public async Task Play(Stage stage)
    {
        var to = stage.Person(Cast.Leader).Official.Value;
        await stage.Do(Cast.Author, "POST /api/notes", new { to, text = "Đồng chí xem giúp" });
        await stage.Do(Cast.Clerk, "POST /api/notes", new { to, text = "Đã đóng dấu" });
        var note = await stage.Device(Cast.Leader).Item(item => item.Box == Box.Notes && item.Note == "Đã đóng dấu");
        var items = new[] { InboxSnapshot.KeyOf(note) };
        await stage.Do(Cast.Leader, "POST /api/inbox/read", new { items });
        await stage.Do(Cast.Leader, "POST /api/inbox/read", new { items });
        await stage.Do(Cast.Leader, "POST /api/inbox/done", new { items });
    }
}
