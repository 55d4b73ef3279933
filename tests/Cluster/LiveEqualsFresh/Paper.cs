using System.Text.Json;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>An outgoing document on its way: the usual acts, each as far as an action needs it.</summary>
internal sealed class Paper(Stage stage, string id)
{
    public string Id => id;

    public static object Draft(
        long expectedPosition = 0, string urgency = "normal", string words = "Về việc chuẩn bị đại hội", DateOnly? dueOn = null) => new
    {
        type = "CV",
        @abstract = words,
        body = "Kính gửi các đồng chí.",
        urgency,
        secrecy = "normal",
        dueOn,
        files = Array.Empty<object>(),
        expectedPosition,
    };

    public static async Task<Paper> Compose(Stage stage, string urgency = "normal")
    {
        var receipt = await stage.Do(Cast.Author, "POST /api/documents", Draft(urgency: urgency));
        return new Paper(stage, receipt.GetProperty("stream").GetString()!);
    }

    public async Task<Paper> Submitted()
    {
        await stage.Do(Cast.Author, "POST /api/documents/{id}/submit", new { }, id);
        return this;
    }

    public async Task<Paper> Cleared()
    {
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/clear", new { }, id);
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/clear", new { }, id);
        return this;
    }

    public async Task<Paper> Signed()
    {
        await stage.Do(Cast.Leader, "POST /api/documents/{id}/sign", new { password = stage.Node.Password, capacity = "inPerson" }, id);
        return this;
    }

    public async Task<Paper> Numbered()
    {
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/number", new { }, id);
        return this;
    }

    public async Task<Paper> Sealed()
    {
        await stage.Do(Cast.Clerk, "POST /api/documents/{id}/seal", new { }, id);
        return this;
    }

    public Task<JsonElement> Issue(int units, params string[] recipients) =>
        stage.Do(Cast.Clerk, "POST /api/documents/{id}/issue", new { recipients, except = Array.Empty<string>(), confirmUnits = units }, id);

    /// <summary>From the first word to the recipients.</summary>
    public static Task<Paper> Issued(Stage stage, int units, params string[] recipients) => Issued(stage, "normal", units, recipients);

    public static async Task<Paper> Issued(Stage stage, string urgency, int units, params string[] recipients)
    {
        var paper = await Compose(stage, urgency);
        await paper.Submitted();
        await paper.Cleared();
        await paper.Signed();
        await paper.Numbered();
        await paper.Sealed();
        await paper.Issue(units, recipients);
        return paper;
    }
}
