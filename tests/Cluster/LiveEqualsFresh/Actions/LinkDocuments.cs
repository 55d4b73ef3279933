using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>An issued letter that a later one corrects, and another one replaces.</summary>
internal sealed class LinkDocuments : IAction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public IReadOnlyList<string> Covers =>
    [
        "POST /api/documents/{id}/replace", "POST /api/documents/{id}/correct", "hub WatchDocument", "hub UnwatchDocument",
    ];

    public async Task Play(Stage stage)
    {
        var first = await Paper.Issued(stage, 1, "unit:01");
        var letter = await Paper.Issued(stage, 1, "unit:00004");
        var second = await Paper.Issued(stage, 1, "unit:01");
        var named = await stage.Person(Cast.Clerk).Get<JsonElement>($"/api/documents/{first.Id}/successors");
        Assert.Contains(named.EnumerateArray(), one => one.GetProperty("id").GetString() == second.Id);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await stage.Person(Cast.ProvinceClerk).Status($"/api/documents/{first.Id}/successors"));

        // A recipient has the page open. What becomes of the document gives the recipient no item: the page is told.
        var moved = Channel.CreateUnbounded<DocumentChanged>();
        using var told = stage.Device(Cast.ProvinceClerk).Hub.On<JsonElement>(
            "DocumentChanged", message => moved.Writer.TryWrite(message.Deserialize<DocumentChanged>(WireJson.Options)!));
        await stage.Invoke(Cast.ProvinceClerk, "WatchDocument", first.Id);
        var before = await moved.Reader.ReadAsync().AsTask().WaitAsync(Patience);

        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/correct", new { letter = letter.Id }, first.Id);
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/replace", new { by = second.Id }, first.Id);
        await stage.Device(Cast.ProvinceClerk).Item(item => item.DocumentId.ToString() == second.Id && item.Box == Box.WaitingReceipt);
        for (var at = before.Position; at < before.Position + 2;)
        {
            var next = await moved.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            Assert.Equal(first.Id, next.DocumentId.ToString());
            Assert.True(next.Position > at, "A page is told where the document went, never where it was.");
            at = next.Position;
        }

        await stage.Invoke(Cast.ProvinceClerk, "UnwatchDocument", first.Id);

        Assert.Equal([("correctedBy", letter.Id), ("replacedBy", second.Id)], await Links(stage, Cast.Clerk, first.Id));
        Assert.Equal([("replaces", first.Id)], await Links(stage, Cast.Clerk, second.Id));
        // The province has the old and the new one, but was never sent the letter.
        Assert.Equal([("correctedBy", null), ("replacedBy", second.Id)], await Links(stage, Cast.ProvinceClerk, first.Id));
        Assert.Empty(await Links(stage, Cast.CommuneClerk, letter.Id));
    }

    private static async Task<(string, string?)[]> Links(Stage stage, string signIn, string document)
    {
        var view = await stage.Person(signIn).Get<JsonElement>($"/api/documents/{document}");
        return [.. view.GetProperty("links").EnumerateArray().Select(link => (
            link.GetProperty("kind").GetString()!,
            link.TryGetProperty("id", out var id) ? id.GetString() : null))];
    }
}
