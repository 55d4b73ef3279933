using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>A bug in the middle of a command: its sender is not told that nothing was done when it was.</summary>
public sealed class BrokenCommandTests
{
    [Fact]
    public async Task What_broke_after_the_commit_is_answered_with_its_receipt()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase(), Breaking(afterwards: true));
        using var me = await node.Enter("leader.01");
        var id = Guid.NewGuid();
        var (status, receipt) = await me.Post("/api/notes", Note(me), id);
        Assert.Equal((HttpStatusCode.OK, id), (status, receipt.GetProperty("commandId").GetGuid()));
        Assert.Equal("applied", await State(me, id));
    }

    [Fact]
    public async Task What_broke_before_it_never_happens()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase(), Breaking(afterwards: false));
        using var me = await node.Enter("leader.01");
        var id = Guid.NewGuid();
        var (status, problem) = await me.Post("/api/notes", Note(me), id);
        Assert.Equal((HttpStatusCode.InternalServerError, "internal"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal("abandoned", await State(me, id));
    }

    private static object Note(Person to) => new { to = to.Official.Value, text = BreakingWriter.Text };

    private static async Task<string?> State(Person me, Guid id) =>
        (await me.Get<JsonElement>($"/api/commands/{id}")).GetProperty("state").GetString();

    private static Action<IServiceCollection> Breaking(bool afterwards) => services =>
    {
        var inner = services.Last(service => service.ServiceType == typeof(ICommitWriter));
        services.Remove(inner);
        services.AddSingleton<ICommitWriter>(provider => new BreakingWriter((ICommitWriter)inner.ImplementationFactory!(provider), afterwards));
    };

    /// <summary>The node's own writer, with a bug beside the commit of one note.</summary>
    private sealed class BreakingWriter(ICommitWriter writer, bool afterwards) : ICommitWriter
    {
        public const string Text = "Ghi chú gặp lỗi";

        public async Task<CommitResult> Write(Commit commit, CancellationToken cancellation = default)
        {
            if (!commit.Inbox.Any(change => change.Content.Note == Text))
                return await writer.Write(commit, cancellation);
            if (afterwards)
                await writer.Write(commit, cancellation);
            throw new InvalidOperationException("A bug.");
        }

        public Task<CommandStatus> Abandon(CommandKey key, CancellationToken cancellation = default) => writer.Abandon(key, cancellation);
    }
}
