using System.Text.Json;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>An issued letter that a later one corrects, and another one replaces.</summary>
internal sealed class LinkDocuments : IAction
{
    public IReadOnlyList<string> Covers => ["POST /api/documents/{id}/replace", "POST /api/documents/{id}/correct"];

    public async Task Play(Stage stage)
    {
        var first = await Paper.Issued(stage, 1, "unit:01");
        var letter = await Paper.Issued(stage, 1, "unit:00004");
        var second = await Paper.Issued(stage, 1, "unit:01");
        var named = await stage.Person(Cast.Clerk).Get<JsonElement>($"/api/documents/{first.Id}/successors");
        Assert.Contains(named.EnumerateArray(), one => one.GetProperty("id").GetString() == second.Id);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await stage.Person(Cast.ProvinceClerk).Status($"/api/documents/{first.Id}/successors"));

        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/correct", new { letter = letter.Id }, first.Id);
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/replace", new { by = second.Id }, first.Id);
        await stage.Device(Cast.ProvinceClerk).Item(item => item.DocumentId.ToString() == second.Id && item.Box == Box.WaitingReceipt);

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
