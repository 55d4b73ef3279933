using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>
/// The right to a document was once asked for when its page was opened, and never again: a registry clerk's page of a draft
/// that went back to its author was told of each of the author's acts.
/// </summary>
public sealed class ClosedPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_page_whose_right_has_ended_is_told_so_and_nothing_more()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var author = await node.Enter("specialist.tw");
        using var clerk = await node.Enter("clerk.tw");
        using var leader = await node.Enter("leader.tw");
        var id = (await author.Act("/api/documents", Draft())).GetProperty("stream").GetString()!;
        await author.Act($"/api/documents/{id}/submit");
        await using var authors = await Page.Open(author, id);
        await using var clerks = await Page.Open(clerk, id);

        await leader.Act($"/api/documents/{id}/return", new { reason = "Chưa đủ" });
        var moved = await authors.Told();
        Assert.Null(await clerks.Told());

        await author.Act($"/api/documents/{id}/submit");
        Assert.True(await authors.Told() > moved);
        // Whoever is on a connection is told in order: what was told of the second act would have come before this answer.
        Assert.Null(await clerks.Hub.InvokeAsync<string?>("WatchDocument", id));
        Assert.True(await clerks.Told() > moved);
        Assert.False(clerks.HasMore);
    }

    private static object Draft() => new
    {
        type = "CV", @abstract = "Trả lại", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), expectedPosition = 0,
    };

    /// <summary>A document's open page, and what it was told after where the document stood: a position, or null that it is closed.</summary>
    private sealed class Page : IAsyncDisposable
    {
        private readonly Channel<long?> _told = Channel.CreateUnbounded<long?>();

        private Page(HubConnection hub)
        {
            Hub = hub;
            hub.On<JsonElement>("DocumentChanged", message => _told.Writer.TryWrite(message.Deserialize<DocumentChanged>(WireJson.Options)!.Position));
            hub.On<JsonElement>("DocumentClosed", _ => _told.Writer.TryWrite(null));
        }

        public HubConnection Hub { get; }

        public bool HasMore => _told.Reader.TryPeek(out _);

        public static async Task<Page> Open(Person person, string document)
        {
            var page = new Page(LiveLink.To(person));
            await page.Hub.StartAsync();
            Assert.Null(await page.Hub.InvokeAsync<string?>("WatchDocument", document));
            Assert.NotNull(await page.Told());
            return page;
        }

        public Task<long?> Told() => _told.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        public ValueTask DisposeAsync() => Hub.DisposeAsync();
    }
}
