using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using PartyRealtime.Nodes;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh.Actions;

/// <summary>What changes nobody's inbox changes nobody's inbox.</summary>
internal sealed class KeepHouse : IAction
{
    private static readonly TimeSpan TakenMax = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public IReadOnlyList<string> Covers =>
    [
        "PUT /api/preferences", "POST /api/files", "POST /api/commands/{id}/abandon", "POST /api/inbox/catch-up",
        "POST /api/session", "DELETE /api/session", "DELETE /api/sessions", "POST /api/operator/nodes/{name}/drain",
        "POST /api/operator/nodes/{name}/resume", "POST /api/drafting/import",
        "POST /api/uploads", "HEAD /api/uploads/{id}", "PATCH /api/uploads/{id}", "POST /api/uploads/{id}/finish", "DELETE /api/uploads/{id}",
    ];

    public async Task Play(Stage stage)
    {
        await stage.Do(Cast.Author, "PUT /api/preferences", new { theme = "dark", density = "compact", locale = "en" });
        await stage.Do(Cast.Author, "POST /api/files", Encoding.ASCII.GetBytes("%PDF-1.4 thử nghiệm"));
        await UploadInParts(stage);
        await stage.Do(Cast.Author, "POST /api/drafting/import", WordFile());
        await stage.Do(Cast.Author, "POST /api/commands/{id}/abandon", new { }, Guid.NewGuid());
        await stage.Do(Cast.Author, "POST /api/inbox/catch-up", new { cursors = Array.Empty<object>() });

        // Signing in again ends the session before, and signing out this one: those who do it are not of the cast.
        using var comer = await stage.Node.Enter("clerk.04");
        var (entered, _) = await comer.Post("/api/session", new { signIn = "clerk.04", password = stage.Node.Password });
        Assert.Equal(HttpStatusCode.OK, entered);
        stage.Called.Add("POST /api/session");
        foreach (var path in new[] { "/api/session", "/api/sessions" })
        {
            using var leaver = await stage.Node.Enter("clerk.08");
            var (status, _) = await leaver.Send(HttpMethod.Delete, path, null);
            Assert.Equal(HttpStatusCode.NoContent, status);
            stage.Called.Add($"DELETE {path}");
        }

        await Drain(stage);
    }

    /// <summary>The node of all these devices begins to leave, and stays: the drain is taken back before it moves anybody.</summary>
    private static async Task Drain(Stage stage)
    {
        using var keeper = await stage.Node.Enter("operator");
        foreach (var (act, body) in new[] { ("drain", (object)new { last = true }), ("resume", new { }) })
        {
            await Order(keeper, $"/api/operator/nodes/{Environment.MachineName}/{act}", body);
            stage.Called.Add($"POST /api/operator/nodes/{{name}}/{act}");
            await stage.AssertLiveEqualsFresh($"POST /api/operator/nodes/{{name}}/{act}");
        }
    }

    /// <summary>
    /// Gives an order until it is taken: on a busy machine the node may be late with the report without which an order is refused.
    /// </summary>
    private static async Task Order(Person keeper, string path, object body)
    {
        using var timer = new PeriodicTimer(Pause);
        var (began, id) = (Stopwatch.GetTimestamp(), Guid.NewGuid());
        while (true)
        {
            var (status, answer) = await keeper.Post(path, body, id);
            if (status == HttpStatusCode.OK)
                return;
            var code = answer.GetProperty("code").GetString();
            Assert.True(code is "notAllowedNow" or "unavailable" or "unknownOutcome" && Stopwatch.GetElapsedTime(began) < TakenMax, $"{path}: {status} {answer}");
            // What may have been taken is sent again as the same order.
            id = code == "unknownOutcome" ? id : Guid.NewGuid();
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task UploadInParts(Stage stage)
    {
        var author = stage.Person(Cast.Author);
        var content = Encoding.ASCII.GetBytes("%PDF-1.4 in parts");
        var upload = await PersonUpload.Begin(author, "a.pdf", content);
        Assert.Equal(0, await upload.Offset());
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Part(0, content)).Status);
        Assert.Equal(HttpStatusCode.OK, (await upload.Finish()).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await upload.Remove()).Status);
        foreach (var call in new[] { "POST /api/uploads", "HEAD /api/uploads/{id}", "PATCH /api/uploads/{id}", "POST /api/uploads/{id}/finish", "DELETE /api/uploads/{id}" })
            stage.Called.Add(call);
        await stage.AssertLiveEqualsFresh("an upload in parts");
    }

    private static byte[] WordFile()
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = new StreamWriter(archive.CreateEntry("word/document.xml").Open()))
            part.Write("<document><body><p><r><t>Điều 1. Phạm vi</t></r></p></body></document>");
        return file.ToArray();
    }
}
