using System.Text.Json;
using PartyRealtime.ClusterTests.Drafting;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>People are invited to a draft and shown out again; it goes to review with what was written, and comes back.</summary>
internal sealed class WriteTogether : IAction
{
    private const string Participants = "POST /api/documents/{id}/participants";

    private const string Tickets = "POST /api/drafting/{document}/tickets";

    private const string Versions = "POST /api/documents/{id}/versions";

    public IReadOnlyList<string> Covers => [Participants, Tickets, Versions];

    public async Task Play(Stage stage)
    {
        var receipt = await stage.Do(Cast.Author, "POST /api/documents", new
        {
            type = "BC", @abstract = "Về việc soạn thảo chung", body = "", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), together = true,
        });
        var id = receipt.GetProperty("stream").GetGuid();
        var invited = await stage.Seat(Cast.ProvinceSpecialist, "specialist");
        await stage.Do(Cast.Author, Participants, new { seat = invited, right = "read" }, id);
        await stage.Do(Cast.Author, Participants, new { seat = invited }, id);
        await stage.Do(Cast.Author, Participants, new { seat = invited, right = "write" }, id);
        await stage.Do(Cast.ProvinceSpecialist, Tickets, null, id);
        await Write(stage, id);
        await stage.Do(Cast.ProvinceSpecialist, Versions, new { name = "Bản góp ý" }, id);
        await stage.Do(Cast.Author, "POST /api/documents/{id}/submit", new { }, id);
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/return", new { reason = "Chưa rõ" }, id);
        Assert.Equal("write", (await stage.Person(Cast.ProvinceSpecialist).Get<JsonElement>($"/api/documents/{id}")).GetProperty("draftRight").GetString());
    }

    private static async Task Write(Stage stage, Guid id)
    {
        var grains = (IGrainFactory)stage.Node.Services.GetService(typeof(IGrainFactory))!;
        var (author, draft) = (stage.Person(Cast.Author), grains.GetGrain<IDraftingGrain>(id));
        Assert.True((await draft.Join(await DraftDesk.ActorOf(author), grains.CreateObjectReference<IDraftRoom>(new ListeningRoom()))).IsOk);
        Assert.Equal([DraftAnswer.Saved], await draft.Take([new DraftUpdate(author.Official, new Typist(1).Begin("Kính gửi"))]));
    }
}
