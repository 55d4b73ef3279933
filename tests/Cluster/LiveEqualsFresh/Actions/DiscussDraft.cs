using System.Text.Json;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>A draft is commented and changes are suggested, with people named in it; each finds it in the inbox once.</summary>
internal sealed class DiscussDraft : IAction
{
    private const string Threads = "POST /api/documents/{id}/threads";

    public IReadOnlyList<string> Covers =>
    [
        Threads, $"{Threads}/{{thread}}/replies", $"{Threads}/{{thread}}/resolve", $"{Threads}/{{thread}}/reopen",
        $"{Threads}/{{thread}}/accept", $"{Threads}/{{thread}}/reject", $"{Threads}/{{thread}}/withdraw",
    ];

    public async Task Play(Stage stage)
    {
        var id = await Compose(stage);
        var leader = stage.Person(Cast.Leader).Official.Value;
        var guest = stage.Person(Cast.ProvinceSpecialist).Official.Value;
        var comment = await Open(stage, Cast.Author, id, new { kind = "comment", start = "AAEC", end = "AAEC", quote = "an toàn", text = "Nhờ xem", mentions = new[] { guest } });
        var mention = await stage.Device(Cast.ProvinceSpecialist).Item(item => item.Reason == Reason.Mention);
        Assert.Equal(("Nhờ xem", Box.Notes, id), (mention.Note, mention.Box, mention.DocumentId!.Value.Value));
        await stage.Do(Cast.ProvinceSpecialist, "POST /api/inbox/done", new { items = new[] { InboxSnapshot.KeyOf(mention) } });
        await stage.Do(Cast.ProvinceSpecialist, $"{Threads}/{{thread}}/replies", new { text = "Đã xem" }, id, comment);
        await stage.Do(Cast.Author, $"{Threads}/{{thread}}/replies", new { text = "Xem lại giúp", mentions = new[] { guest } }, id, comment);
        await stage.Do(Cast.Author, $"{Threads}/{{thread}}/resolve", new { }, id, comment);
        await stage.Do(Cast.ProvinceSpecialist, $"{Threads}/{{thread}}/reopen", new { }, id, comment);

        foreach (var (by, act) in new[] { (Cast.Author, "accept"), (Cast.Author, "reject"), (Cast.ProvinceSpecialist, "withdraw") })
        {
            var suggestion = await Open(stage, Cast.ProvinceSpecialist, id, new { kind = "suggestion", start = "AAEC", end = "AAEC", quote = "an toàn", replacement = act });
            await stage.Do(by, $"{Threads}/{{thread}}/{act}", new { text = "" }, id, suggestion);
        }

        var (status, _) = await stage.Person(Cast.Author).Send(
            HttpMethod.Post, $"/api/documents/{id}/threads", new { kind = "comment", start = "AAEC", end = "AAEC", quote = "x", text = "Gọi", mentions = new[] { leader } });
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, status);
    }

    private static async Task<Guid> Compose(Stage stage)
    {
        var receipt = await stage.Do(Cast.Author, "POST /api/documents", new
        {
            type = "BC", @abstract = "Về việc góp ý", body = "", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), together = true,
        });
        var id = receipt.GetProperty("stream").GetGuid();
        var seat = await stage.Seat(Cast.ProvinceSpecialist, "specialist");
        await stage.Do(Cast.Author, "POST /api/documents/{id}/participants", new { seat, right = "suggest" }, id);
        return id;
    }

    /// <summary>The newest thread is the one that was opened just now.</summary>
    private static async Task<Guid> Open(Stage stage, string by, Guid id, object thread)
    {
        await stage.Do(by, Threads, thread, id);
        var threads = await stage.Person(by).Get<JsonElement>($"/api/documents/{id}/threads");
        return threads.GetProperty("threads").EnumerateArray().Last().GetProperty("id").GetGuid();
    }
}
