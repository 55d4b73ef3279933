using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Drafting;
using PartyRealtime.WireTests.Drafting;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>
/// Everybody who saw a document could once open its draft: a unit that it was sent to read how it came about, and read it on
/// when its copy was cancelled.
/// </summary>
public sealed class DraftOfRecipientsTests(DraftOffice office) : IClassFixture<DraftOffice>, IAsyncLifetime
{
    /// <summary>The clerk of the body that the document is sent to.</summary>
    private const string Recipient = DraftOffice.Stranger;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await office.Clear();

    [Fact]
    public async Task A_unit_that_a_document_was_sent_to_does_not_open_its_draft_with_its_copy_or_with_a_cancelled_one()
    {
        var document = await Issued();
        var page = await Page(document);
        Assert.Equal("Soạn chung", page.GetProperty("abstract").GetString());
        Assert.False(page.TryGetProperty("draftRight", out var right) && right.ValueKind != JsonValueKind.Null);
        await AssertClosed(document);

        var delivery = page.GetProperty("deliveries")[0].GetProperty("id").GetGuid();
        await Act(DraftOffice.Author, $"/api/documents/{document}/recall", new { reason = "Gửi nhầm" });
        await Until(async () => (await Page(document)).GetProperty("actions").EnumerateArray().Any(act => act.GetString() == "agreeRecall"));
        await Act(Recipient, $"/api/deliveries/{delivery}/recall/agree");
        Assert.True((await Page(document)).GetProperty("cancelled").GetBoolean());
        await AssertClosed(document);

        // Those who wrote it read on.
        await office.Open("wx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("wx", "text", "ax4;");
    }

    [Fact]
    public async Task Who_is_invited_from_another_unit_opens_the_draft_until_no_longer_invited()
    {
        var document = await office.Compose();
        var me = await (await office.Enter(Recipient)).Get<JsonElement>("/api/session");
        var seat = me.GetProperty("seats").EnumerateArray().First(seat => seat.GetProperty("role").GetString() == "clerk").GetProperty("id").GetInt32();
        await Act(DraftOffice.Author, $"/api/documents/{document}/participants", new { seat, right = "write" });
        await office.Open("gx", DraftOffice.Hocuspocus, Recipient, document);
        await office.Editors.Type("gx", 5);
        await office.Editors.Until("gx", "saved");
        await Act(DraftOffice.Author, $"/api/documents/{document}/participants", new { seat });
        await AssertClosed(document);
    }

    /// <summary>No ticket, as for a document that does not exist; and one that is there all the same opens nothing.</summary>
    private async Task AssertClosed(Guid document)
    {
        var recipient = await office.Enter(Recipient);
        var (status, answer) = await recipient.Post($"/api/drafting/{document}/tickets");
        var (missing, same) = await recipient.Post($"/api/drafting/{Guid.NewGuid()}/tickets");
        Assert.Equal((missing, same.GetProperty("code").GetString()), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, status);
        var (said, word) = await recipient.Post($"/api/documents/{document}/threads", new { kind = "comment", start = "AAEC", end = "AAEC", quote = "x", text = "Tôi" });
        Assert.Equal((HttpStatusCode.NotFound, "notInScope"), (said, word.GetProperty("code").GetString()));

        var services = office.Node.Services;
        var session = await services.GetRequiredService<ISessions>().Find(SessionKey.OfToken(recipient.Session.Value));
        var tickets = services.GetRequiredService<DraftTickets>();
        var (one, other) = ($"rx{Guid.NewGuid():N}", $"sx{Guid.NewGuid():N}");
        await office.Open(one, DraftOffice.Hocuspocus, Recipient, document, ticket: (await tickets.Give(new DocumentId(document), session!)).Ticket);
        await office.Editors.Until(one, "denied", 1);
        await office.Open(other, DraftOffice.Websocket, Recipient, document, ticket: (await tickets.Give(new DocumentId(document), session!)).Ticket);
        await office.Editors.Until(other, "closed", 4403);
        foreach (var name in new[] { one, other })
        {
            var state = await office.Editors.State(name);
            Assert.Equal((false, ""), (state.GetProperty("synced").GetBoolean(), state.GetProperty("text").GetString()));
            await office.Editors.Leave(name);
        }
    }

    /// <summary>Written together, and issued to the recipient's unit.</summary>
    private async Task<Guid> Issued()
    {
        var document = await office.Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Type("ax", 5);
        await office.Editors.Until("ax", "saved");
        await Act(DraftOffice.Author, $"/api/documents/{document}/submit");
        await Act(DraftOffice.Leader, $"/api/documents/{document}/clear");
        await Act(DraftOffice.Leader, $"/api/documents/{document}/sign", new { password = office.Node.Password, capacity = "inPerson" });
        foreach (var act in new[] { "number", "seal" })
            await Act(DraftOffice.Author, $"/api/documents/{document}/{act}");
        await Act(DraftOffice.Author, $"/api/documents/{document}/issue", new { recipients = new[] { "unit:24" }, confirmUnits = 1 });
        return document;
    }

    private async Task<JsonElement> Page(Guid document) => await (await office.Enter(Recipient)).Get<JsonElement>($"/api/documents/{document}");

    private async Task Act(string signIn, string path, object? body = null) => await (await office.Enter(signIn)).Act(path, body);

    /// <summary>The question whether a copy may be cancelled reaches its unit by a job.</summary>
    private static async Task Until(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await isSo())
            await timer.WaitForNextTickAsync(patience.Token);
    }
}
