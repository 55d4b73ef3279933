using System.Net;
using System.Text;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>Drafts that cannot be: each refusal names the field, nothing is stored, and what was fine is stored composed.</summary>
[Collection(BadInputCollection.Name)]
public sealed class DraftTests(BadInputNode shared)
{
    [Fact]
    public async Task A_type_that_the_body_may_not_issue_is_refused_with_the_row_of_the_table()
    {
        var answer = await Compose(type: "CT");
        answer.IsRefused(422, "typeNotAllowed", "type");
        Assert.Equal("14", answer.Answer.GetProperty("params").GetProperty("row").GetString());
    }

    [Theory]
    [InlineData("??", "Trích yếu", "Nội dung", "fieldInvalid", "type")]
    [InlineData("CV", " ", "Nội dung", "fieldMissing", "abstract")]
    [InlineData("CV", "Trích yếu", "", "fieldMissing", "body")]
    [InlineData("CV", "Trích\0yếu", "Nội dung", "fieldInvalid", "abstract")]
    [InlineData("CV", "Trích yếu", "Nội\0dung", "fieldInvalid", "body")]
    public async Task A_field_that_is_wrong_is_named(string type, string words, string body, string code, string field) =>
        (await Compose(type, words, body)).IsRefused(400, code, field);

    [Fact]
    public async Task Texts_over_their_limits_are_refused_with_the_limit()
    {
        var answer = await Compose(words: new string('x', 501));
        answer.IsRefused(400, "fieldTooLong", "abstract");
        Assert.Equal("500", answer.Answer.GetProperty("params").GetProperty("max").GetString());
        (await Compose(body: new string('x', 500_001))).IsRefused(400, "fieldTooLong", "body");
    }

    [Theory]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"nửa \\ud800 chữ\",\"body\":\"x\"}", "abstract")]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"x\",\"body\":\"\\udc00\"}", "body")]
    public async Task Half_a_surrogate_pair_is_no_text(string json, string field)
    {
        var author = await shared.Papers.Person(Papers.Author);
        (await author.Raw(HttpMethod.Post, "/api/documents", json)).IsRefused(400, "malformed", field);
    }

    [Theory]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"x\",\"body\":\"x\",\"secrecy\":\"ultraSecret\"}", "secrecy")]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"x\",\"body\":\"x\",\"secrecy\":3}", "secrecy")]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"x\",\"body\":\"x\",\"urgency\":7}", "urgency")]
    [InlineData("{\"type\":\"CV\",\"files\":[{\"hash\":7}]}", "files")]
    [InlineData("{\"type\":\"CV\",\"abstract\":\"x\"", null)]
    public async Task What_cannot_be_read_is_refused_by_the_name_of_its_field(string json, string? field)
    {
        var author = await shared.Papers.Person(Papers.Author);
        (await author.Raw(HttpMethod.Post, "/api/documents", json)).IsRefused(400, "malformed", field);
    }

    /// <summary>It was answered as a word that nobody knows, and the sender did not learn that the system takes no such document.</summary>
    [Theory]
    [InlineData("topSecret")]
    [InlineData("TOPSECRET")]
    public async Task What_is_top_secret_is_refused_with_that_reason_and_nothing_of_it_is_kept(string word)
    {
        var author = await shared.Papers.Person(Papers.Author);
        var words = $"Văn bản tuyệt mật {word}";
        var json = $$"""{"type":"CV","abstract":"{{words}}","body":"x","secrecy":"{{word}}"}""";
        (await author.Raw(HttpMethod.Post, "/api/documents", json)).IsRefused(422, "topSecretRefused", "secrecy");
        var found = await author.Get<JsonElement>($"/api/search?q={Uri.EscapeDataString(words)}");
        Assert.Equal(0, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Decomposed_text_is_stored_composed()
    {
        const string words = "Về việc tổ chức Đại hội ở Điện Biên";
        var answer = await Compose(words: words.Normalize(NormalizationForm.FormD), body: "Kính gửi các đồng chí".Normalize(NormalizationForm.FormD));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var page = await (await shared.Papers.Person(Papers.Author)).Get<JsonElement>($"/api/documents/{answer.Answer.GetProperty("stream").GetGuid()}");
        Assert.Equal((words, "Kính gửi các đồng chí"), (page.GetProperty("abstract").GetString(), page.GetProperty("body").GetString()));
    }

    [Fact]
    public async Task A_double_click_is_one_document_with_one_answer_and_another_body_under_its_id_is_refused()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var id = Guid.NewGuid();
        var draft = Papers.Draft("Bấm hai lần", 0);
        var clicks = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => author.Post("/api/documents", draft, id)));
        Assert.All(clicks, click => Assert.Equal((HttpStatusCode.OK, clicks[0].Answer.GetRawText()), (click.Status, click.Answer.GetRawText())));
        (await author.Post("/api/documents", Papers.Draft("Nội dung khác", 0), id)).IsRefused(409, "commandIdReused");
        var found = await author.Get<JsonElement>($"/api/search?q={Uri.EscapeDataString("Bấm hai lần")}");
        Assert.Equal(1, found.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Another_persons_command_id_is_a_new_one_for_everybody_else()
    {
        var author = await shared.Papers.Person(Papers.Author);
        var other = await shared.Papers.Person("specialist.04");
        var id = Guid.NewGuid();
        var mine = await author.Post("/api/documents", Papers.Draft("Của tôi", 0), id);
        var theirs = await other.Post("/api/documents", Papers.Draft("Của người khác", 0), id);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (mine.Status, theirs.Status));
        Assert.NotEqual(mine.Answer.GetProperty("stream").GetGuid(), theirs.Answer.GetProperty("stream").GetGuid());
    }

    [Fact]
    public async Task A_number_is_taken_once_however_often_the_clerk_presses()
    {
        var (id, _) = await shared.Papers.Document(DocumentState.Signed);
        var clerk = await shared.Papers.Person(Papers.Clerk);
        (await clerk.Post($"/api/documents/{id}/seal")).IsRefused(409, "notAllowedNow");
        var command = Guid.NewGuid();
        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => clerk.Post($"/api/documents/{id}/number", null, command)));
        Assert.All(clicks, click => Assert.Equal((HttpStatusCode.OK, clicks[0].Answer.GetRawText()), (click.Status, click.Answer.GetRawText())));
        (await clerk.Post($"/api/documents/{id}/number")).IsRefused(409, "notAllowedNow");
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer)> Compose(string type = "CV", string words = "Trích yếu", string body = "Nội dung") =>
        await (await shared.Papers.Person(Papers.Author)).Post("/api/documents", new { type, @abstract = words, body });
}
