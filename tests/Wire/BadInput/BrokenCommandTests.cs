using System.Net;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>A bug in the middle of a command: its sender is not told that nothing was done when it was.</summary>
public sealed class BrokenCommandTests
{
    private const string Text = "Ghi chú gặp lỗi";

    [Fact]
    public async Task What_broke_after_the_commit_is_answered_with_its_receipt()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase(), BreakingWriter.Wire(IsOfTheNote, afterwards: true));
        using var me = await node.Enter("leader.01");
        var id = Guid.NewGuid();
        var (status, receipt) = await me.Post("/api/notes", Note(me), id);
        Assert.Equal((HttpStatusCode.OK, id), (status, receipt.GetProperty("commandId").GetGuid()));
        Assert.Equal("applied", await State(me, id));
    }

    [Fact]
    public async Task What_broke_before_it_never_happens()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase(), BreakingWriter.Wire(IsOfTheNote, afterwards: false));
        using var me = await node.Enter("leader.01");
        var id = Guid.NewGuid();
        var (status, problem) = await me.Post("/api/notes", Note(me), id);
        Assert.Equal((HttpStatusCode.InternalServerError, "internal"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal("abandoned", await State(me, id));
    }

    private static object Note(Person to) => new { to = to.Official.Value, text = Text };

    private static bool IsOfTheNote(Commit commit) => commit.Inbox.Any(change => change.Content.Note == Text);

    private static async Task<string?> State(Person me, Guid id) =>
        (await me.Get<JsonElement>($"/api/commands/{id}")).GetProperty("state").GetString();
}
