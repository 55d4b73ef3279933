using System.Net;
using System.Text.Json;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Inbox;

/// <summary>The inbox over HTTP: repetition, nonsense, and other people's things.</summary>
public sealed class InboxWireTests(InboxWireTests.SharedNode shared) : IClassFixture<InboxWireTests.SharedNode>
{
    private OfficeNode Node => shared.Node;

    [Fact]
    public async Task A_note_that_is_sent_twice_under_one_id_arrives_once_with_one_answer()
    {
        using var me = await Node.Enter("leader.01");
        var id = Guid.NewGuid();
        var first = await me.Post("/api/notes", Note(me, "Một lần"), id);
        var second = await me.Post("/api/notes", Note(me, "Một lần"), id);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(first.Answer.GetRawText(), second.Answer.GetRawText());
        Assert.Single(await Notes(me), note => note == "Một lần");
    }

    [Fact]
    public async Task The_same_id_with_another_body_is_refused()
    {
        using var me = await Node.Enter("leader.01");
        var id = Guid.NewGuid();
        await me.Post("/api/notes", Note(me, "Thứ nhất"), id);
        AssertRefused(HttpStatusCode.Conflict, "commandIdReused", await me.Post("/api/notes", Note(me, "Thứ hai"), id));
    }

    /// <summary>What waited in one tab while another person signed in at the same browser.</summary>
    [Fact]
    public async Task An_act_from_the_page_of_somebody_else_is_not_done_in_the_name_of_who_is_signed_in()
    {
        using var former = await Node.Enter("leader.04");
        using var me = await Node.Enter("leader.01");
        me.SaysToBe = former.Official;
        AssertRefused(HttpStatusCode.Unauthorized, "signInRequired", await me.Post("/api/notes", Note(me, "Của người khác")));
        me.SaysToBe = me.Official;
        Assert.Equal(HttpStatusCode.OK, (await me.Post("/api/notes", Note(me, "Của chính mình"))).Status);
        Assert.DoesNotContain("Của người khác", await Notes(me));
    }

    /// <summary>The leader's first sending got no answer, and lies somewhere while the second is refused.</summary>
    [Fact]
    public async Task A_copy_that_arrives_after_a_repetition_was_refused_does_nothing()
    {
        using var clerk = await Node.Enter("clerk.tw");
        using var leader = await Node.Enter("leader.tw");
        var draft = new { type = "CV", @abstract = "Bản gửi muộn", body = "Nội dung", urgency = "normal", secrecy = "normal" };
        var document = $"/api/documents/{(await clerk.Act("/api/documents", draft)).GetProperty("stream").GetString()}";
        var (id, first) = (Guid.NewGuid(), Guid.NewGuid());
        await clerk.Act($"{document}/submit");
        await leader.Act($"{document}/return", new { reason = "Chưa đủ" });
        AssertRefused(HttpStatusCode.Conflict, "notAllowedNow", await leader.Post($"{document}/clear", id: first));
        for (var repetition = 0; repetition < 2; repetition++)
        {
            using var refused = await leader.Ask(HttpMethod.Post, $"{document}/clear", null, id, sentBefore: true);
            Assert.Contains("notAllowedNow", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await clerk.Act($"{document}/submit");
        AssertRefused(HttpStatusCode.Conflict, "commandAbandoned", await leader.Post($"{document}/clear", id: id));
        Assert.Equal("inReview", (await leader.Get<JsonElement>(document)).GetProperty("state").GetString());
        // What was sent once and answered has no copy: the id may be used again.
        Assert.Equal(HttpStatusCode.OK, (await leader.Post($"{document}/clear", id: first)).Status);
        using var applied = await leader.Ask(HttpMethod.Post, $"{document}/clear", null, first, sentBefore: true);
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
    }

    [Fact]
    public async Task An_abandoned_id_never_applies()
    {
        using var me = await Node.Enter("leader.01");
        var id = Guid.NewGuid();
        Assert.Equal("unknown", State(await me.Get<JsonElement>($"/api/commands/{id}")));
        Assert.Equal("abandoned", State((await me.Post($"/api/commands/{id}/abandon")).Answer));
        AssertRefused(HttpStatusCode.Conflict, "commandAbandoned", await me.Post("/api/notes", Note(me, "Quá muộn"), id));
        Assert.Equal("abandoned", State(await me.Get<JsonElement>($"/api/commands/{id}")));
        Assert.DoesNotContain("Quá muộn", await Notes(me));
    }

    [Fact]
    public async Task An_applied_id_cannot_be_abandoned_and_tells_its_answer()
    {
        using var me = await Node.Enter("leader.01");
        var id = Guid.NewGuid();
        var sent = await me.Post("/api/notes", Note(me, "Đã gửi"), id);
        var abandoned = (await me.Post($"/api/commands/{id}/abandon")).Answer;
        var status = await me.Get<JsonElement>($"/api/commands/{id}");
        Assert.Equal(("applied", "applied"), (State(abandoned), State(status)));
        Assert.Equal(sent.Answer.GetRawText(), status.GetProperty("answer").GetRawText());
    }

    [Fact]
    public async Task Other_peoples_commands_look_like_ids_never_used()
    {
        using var me = await Node.Enter("leader.01");
        using var other = await Node.Enter("leader.04");
        var id = Guid.NewGuid();
        await me.Post("/api/notes", Note(me, "Của tôi"), id);
        Assert.Equal("unknown", State(await other.Get<JsonElement>($"/api/commands/{id}")));
    }

    [Theory]
    [InlineData("", "fieldMissing")]
    [InlineData("  ", "fieldMissing")]
    [InlineData(null, "fieldMissing")]
    public async Task A_note_without_a_text_is_refused(string? text, string code)
    {
        using var me = await Node.Enter("leader.01");
        AssertRefused(HttpStatusCode.BadRequest, code, await me.Post("/api/notes", Note(me, text)));
    }

    [Fact]
    public async Task A_note_has_at_most_1000_characters_and_is_stored_composed()
    {
        using var me = await Node.Enter("specialist.01");
        AssertRefused(HttpStatusCode.BadRequest, "fieldTooLong", await me.Post("/api/notes", Note(me, new string('x', 1_001))));
        var decomposed = "Điện Biên".Normalize(System.Text.NormalizationForm.FormD);
        Assert.Equal(HttpStatusCode.OK, (await me.Post("/api/notes", Note(me, decomposed))).Status);
        Assert.Contains("Điện Biên".Normalize(), await Notes(me));
    }

    [Fact]
    public async Task A_note_about_a_foreign_document_is_answered_like_one_about_a_missing_document()
    {
        using var author = await Node.Enter("specialist.tw");
        using var stranger = await Node.Enter("specialist.04");
        var draft = await author.Post("/api/documents", new
        {
            type = "CV", @abstract = "Riêng", body = "Nội dung", urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), expectedPosition = 0,
        });
        var foreign = draft.Answer.GetProperty("stream").GetGuid();
        var seen = await stranger.Post("/api/notes", new { to = stranger.Official.Value, text = "?", documentId = foreign });
        var missing = await stranger.Post("/api/notes", new { to = stranger.Official.Value, text = "?", documentId = Guid.NewGuid() });
        AssertRefused(HttpStatusCode.NotFound, "notInScope", seen);
        AssertRefused(HttpStatusCode.NotFound, "notInScope", missing);

        // The author may write about it, but not to somebody who may not see it.
        var leak = await author.Post("/api/notes", new { to = stranger.Official.Value, text = "Xem", documentId = foreign });
        AssertRefused(HttpStatusCode.UnprocessableEntity, "assigneeNotAllowed", leak);
    }

    [Fact]
    public async Task A_note_to_nobody_is_refused()
    {
        using var me = await Node.Enter("leader.01");
        AssertRefused(HttpStatusCode.NotFound, "notInScope", await me.Post("/api/notes", new { to = 9_999_999, text = "Có ai không" }));
    }

    [Fact]
    public async Task Foreign_and_missing_items_are_passed_over_alike()
    {
        using var me = await Node.Enter("leader.01");
        using var other = await Node.Enter("leader.04");
        await other.Post("/api/notes", Note(other, "Của người khác"));
        var page = await other.Get<JsonElement>("/api/inbox?box=notes");
        var item = page.GetProperty("items")[0];
        var foreign = new { seat = item.GetProperty("seat").GetInt32(), subject = item.GetProperty("subject").GetGuid(), reason = "note" };
        foreach (var path in new[] { "/api/inbox/read", "/api/inbox/done" })
        {
            Assert.Equal(HttpStatusCode.OK, (await me.Post(path, new { items = new[] { foreign } })).Status);
            Assert.Equal(HttpStatusCode.OK, (await me.Post(path, new { items = new[] { foreign with { subject = Guid.NewGuid() } } })).Status);
        }

        var after = await other.Get<JsonElement>("/api/inbox?box=notes");
        Assert.Equal(page.GetRawText(), after.GetRawText());
    }

    [Fact]
    public async Task Items_are_named_one_to_a_hundred_at_a_time()
    {
        using var me = await Node.Enter("leader.01");
        AssertRefused(HttpStatusCode.BadRequest, "fieldMissing", await me.Post("/api/inbox/read", new { items = Array.Empty<object>() }));
        AssertRefused(HttpStatusCode.BadRequest, "fieldMissing", await me.Post("/api/inbox/read"));
        var many = Enumerable.Range(0, 101).Select(_ => new { seat = 1, subject = Guid.NewGuid(), reason = "note" });
        AssertRefused(HttpStatusCode.BadRequest, "tooMany", await me.Post("/api/inbox/read", new { items = many }));
    }

    [Theory]
    [InlineData("box=closed", "fieldInvalid")]
    [InlineData("box=1", "fieldInvalid")]
    [InlineData("", "fieldInvalid")]
    [InlineData("box=notes&filter=mine", "fieldInvalid")]
    [InlineData("box=notes&take=1000", "fieldInvalid")]
    [InlineData("box=notes&after=abc", "fieldInvalid")]
    public async Task A_page_that_makes_no_sense_is_refused(string query, string code)
    {
        using var me = await Node.Enter("leader.01");
        AssertRefused(HttpStatusCode.BadRequest, code, await me.Send(HttpMethod.Get, $"/api/inbox?{query}", null));
    }

    [Fact]
    public async Task A_catch_up_takes_at_most_64_cursors()
    {
        using var me = await Node.Enter("leader.01");
        var cursors = Enumerable.Range(1, 65).Select(seat => new { seat, epoch = "e", position = 0 });
        AssertRefused(HttpStatusCode.BadRequest, "tooMany", await me.Post("/api/inbox/catch-up", new { cursors }));
        AssertRefused(HttpStatusCode.BadRequest, "fieldMissing", await me.Post("/api/inbox/catch-up"));
    }

    private static object Note(Person to, string? text) => new { to = to.Official.Value, text };

    private static string? State(JsonElement answer) => answer.GetProperty("state").GetString();

    private static async Task<string?[]> Notes(Person person) =>
        [.. (await person.Get<JsonElement>("/api/inbox?box=notes&take=200")).GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("note").GetString())];

    private static void AssertRefused(HttpStatusCode status, string code, (HttpStatusCode Status, JsonElement Answer) answer) =>
        Assert.Equal((status, code), (answer.Status, answer.Answer.GetProperty("code").GetString()));

    /// <summary>One node for the class.</summary>
    public sealed class SharedNode : IAsyncLifetime
    {
        public OfficeNode Node { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Node = await OfficeNode.Start(new SqliteDatabase());

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}
