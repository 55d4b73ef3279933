using System.Net;
using System.Text.Json;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>What is said about a draft: by whom, to whom it is shown, and how those who have it open learn of it.</summary>
public sealed class ThreadTests(DraftOffice office) : IClassFixture<DraftOffice>, IAsyncLifetime
{
    /// <summary>Of another body, and invited to suggest.</summary>
    private const string Guest = DraftOffice.Stranger;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await office.Clear();

    [Fact]
    public async Task Everybody_who_has_it_open_is_told_that_there_is_something_to_read()
    {
        var document = await Compose();
        await office.Open("ax", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Open("bx", DraftOffice.Hocuspocus, Guest, document);
        await office.Open("cx", DraftOffice.Websocket, DraftOffice.Colleague, document);
        foreach (var name in new[] { "ax", "bx", "cx" })
            await office.Editors.Until(name, "synced");
        var position = await Say(Guest, document, "", Comment("Nên nói rõ"));
        await office.Editors.Until("ax", "told", $"{{\"threads\":{position}}}");
        await office.Editors.Until("bx", "told", $"{{\"threads\":{position}}}");

        // The other protocol has no such frame, and goes on.
        await office.Editors.Type("ax", 1);
        await office.Editors.Until("cx", "text", "ax0;");
        var thread = Assert.Single((await Read(DraftOffice.Author, document)).Threads);
        Assert.Equal((ThreadKind.Comment, "an toàn", "Nên nói rõ"), (thread.Kind, thread.Quote, thread.Entries[0].Text));
    }

    [Fact]
    public async Task Who_may_only_suggest_writes_nothing_and_the_writer_decides_once()
    {
        var document = await Compose();
        await office.Open("dx", DraftOffice.Hocuspocus, Guest, document);
        await office.Editors.Until("dx", "scope", "readonly");
        await office.Editors.Type("dx", 3);
        await office.Open("ex", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("ex", "synced");
        Assert.Empty(await office.Editors.Words("ex", "dx"));

        await Say(Guest, document, "", new { kind = "suggestion", start = "AAEC", end = "AAEC", quote = "an toàn", replacement = "an ninh" });
        var thread = (await Read(Guest, document)).Threads.Single();
        Assert.Equal([ThreadEntryKind.Withdrawn], thread.Actions);
        Assert.Equal([ThreadEntryKind.Accepted, ThreadEntryKind.Rejected], (await Read(DraftOffice.Author, document)).Threads.Single().Actions);
        Assert.Equal((HttpStatusCode.Forbidden, "notYourRole"), await Answer(Guest, document, $"/{thread.Id}/accept"));
        await Say(DraftOffice.Author, document, $"/{thread.Id}/accept", new { });
        Assert.Equal((HttpStatusCode.Conflict, "changedMeanwhile"), await Answer(DraftOffice.Colleague, document, $"/{thread.Id}/accept"));
        var settled = (await Read(Guest, document)).Threads.Single();
        Assert.Equal((DraftThreadState.Accepted, ThreadEntryKind.Accepted), (settled.State, settled.Entries[^1].Kind));
    }

    [Fact]
    public async Task What_has_changed_is_read_by_position()
    {
        var document = await Compose();
        await Say(DraftOffice.Author, document, "", Comment("Một"));
        var before = await Read(DraftOffice.Author, document);
        Assert.Equal(before.Position, before.Threads.Single().Position);
        Assert.Empty((await Read(DraftOffice.Author, document, before.Position)).Threads);
        await Say(Guest, document, "", Comment("Hai"));
        await Say(Guest, document, $"/{before.Threads[0].Id}/replies", new { text = "Ba" });
        var news = await Read(DraftOffice.Author, document, before.Position);
        Assert.Equal([["Hai"], ["Một", "Ba"]], news.Threads.Select(thread => thread.Entries.Select(entry => entry.Text)));
    }

    [Fact]
    public async Task What_the_reviewer_says_in_review_stands_when_the_draft_comes_back()
    {
        var document = await Compose();
        var author = await office.Enter(DraftOffice.Author);
        await office.Open("fx", DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until("fx", "synced");
        await office.Editors.Type("fx", 2);
        await office.Editors.Until("fx", "saved");
        Assert.Equal((HttpStatusCode.NotFound, "notInScope"), await Answer(DraftOffice.Leader, document, "", Comment("Sớm")));
        Assert.Equal(HttpStatusCode.OK, (await author.Post($"/api/documents/{document}/submit")).Status);
        Assert.Equal(DraftRight.Suggest, (await Read(DraftOffice.Author, document)).Right);
        await Say(DraftOffice.Leader, document, "", new { kind = "suggestion", start = "AAEC", end = "AAEC", quote = "fx0", replacement = "fx1" });
        Assert.Equal(HttpStatusCode.OK, (await author.Post($"/api/documents/{document}/return", new { reason = "Sửa theo góp ý" })).Status);

        var threads = await Read(DraftOffice.Author, document);
        Assert.Equal((DraftRight.Write, DraftThreadState.Open), (threads.Right, threads.Threads.Single().State));
        Assert.Contains(ThreadEntryKind.Accepted, threads.Threads.Single().Actions);
        Assert.Equal((HttpStatusCode.Forbidden, "notYourRole"), await Answer(DraftOffice.Leader, document, "", Comment("Muộn")));
    }

    [Fact]
    public async Task A_word_names_only_people_who_may_read_it()
    {
        var document = await office.Compose();
        var stranger = (await office.Enter(DraftOffice.Stranger)).Official.Value;
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "assigneeNotAllowed"),
            await Answer(DraftOffice.Author, document, "", new { kind = "comment", start = "AAEC", end = "AAEC", quote = "x", text = "Xem", mentions = new[] { stranger } }));
        Assert.Equal((HttpStatusCode.NotFound, "notInScope"), await Answer(DraftOffice.Stranger, document, "", Comment("Tôi")));
    }

    private static object Comment(string text) => new { kind = "comment", start = "AAEC", end = "AAEC", quote = "an toàn", text };

    /// <summary>A draft of the author's, to which the guest is invited.</summary>
    private async Task<Guid> Compose()
    {
        var document = await office.Compose();
        var me = await (await office.Enter(Guest)).Get<JsonElement>("/api/session");
        var seat = me.GetProperty("seats").EnumerateArray().First(seat => seat.GetProperty("role").GetString() == "clerk").GetProperty("id").GetInt32();
        var (status, answer) = await (await office.Enter(DraftOffice.Author)).Post($"/api/documents/{document}/participants", new { seat, right = "suggest" });
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return document;
    }

    private async Task<ThreadsView> Read(string signIn, Guid document, long? after = null) =>
        await (await office.Enter(signIn)).Get<ThreadsView>($"/api/documents/{document}/threads{(after is null ? "" : $"?after={after}")}");

    /// <summary>The document's position at which it was said.</summary>
    private async Task<long> Say(string signIn, Guid document, string act, object body)
    {
        var (status, answer) = await (await office.Enter(signIn)).Post($"/api/documents/{document}/threads{act}", body);
        Assert.True(status == HttpStatusCode.OK, answer.ToString());
        return answer.GetProperty("last").GetInt64();
    }

    private async Task<(HttpStatusCode Status, string? Code)> Answer(string signIn, Guid document, string act, object? body = null)
    {
        var (status, answer) = await (await office.Enter(signIn)).Post($"/api/documents/{document}/threads{act}", body ?? new { });
        return (status, answer.GetProperty("code").GetString());
    }
}
