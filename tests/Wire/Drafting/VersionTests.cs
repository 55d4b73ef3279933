using System.Net;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Each time a text is submitted or named it is kept as it then stood, for those it was written by.</summary>
public sealed class VersionTests(DraftOffice office) : IClassFixture<DraftOffice>
{
    private static readonly string[] Paths = ["versions", "versions/2", "versions/n3", "versions/9", "authors", "versions/2/authors", "versions/n3/authors"];

    [Fact]
    public async Task Every_submitted_text_stays_as_it_was_and_is_nobody_elses_to_read()
    {
        var document = await office.Compose();
        var author = await office.Enter(DraftOffice.Author);
        await Write("vx", document, 1);
        await Act(author, document, "submit");
        await Act(await office.Enter(DraftOffice.Leader), document, "return", new { reason = "Thiếu một mục" });
        await Write("vy", document, 1);
        await Act(author, document, "submit");

        var versions = await author.Get<VersionView[]>($"/api/documents/{document}/versions");
        Assert.Equal(["3", "2"], versions.Select(one => one.Version));
        Assert.Contains("vx0;", await Content(2), StringComparison.Ordinal);
        Assert.DoesNotContain("vy0;", await Content(2), StringComparison.Ordinal);
        Assert.Contains("vy0;", await Content(3), StringComparison.Ordinal);

        var stranger = await office.Enter(DraftOffice.Stranger);
        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Status($"/api/documents/{document}/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await author.Status($"/api/documents/{document}/versions/9"));

        async Task<string> Content(int version) =>
            (await author.Get<VersionView>($"/api/documents/{document}/versions/{version}")).Content!;
    }

    [Fact]
    public async Task How_an_issued_text_came_about_is_not_its_recipients_to_know()
    {
        var document = await office.Compose();
        var (author, leader) = (await office.Enter(DraftOffice.Author), await office.Enter(DraftOffice.Leader));
        await Write("vz", document, 3);
        await Act(author, document, "versions", new { name = "Bản góp ý" });
        await Issue(document, author, leader);

        Assert.Equal(["2", "n2"], (await author.Get<VersionView[]>($"/api/documents/{document}/versions")).Select(one => one.Version));
        foreach (var path in new[] { "authors", "versions/2/authors", "versions/n2/authors" })
        {
            var authors = await author.Get<JsonElement>($"/api/documents/{document}/{path}");
            Assert.Equal(author.Official.Value, Assert.Single(authors.GetProperty("people").EnumerateArray()).GetProperty("id").GetInt32());
            Assert.NotEqual(0, authors.GetProperty("blocks").GetArrayLength());
        }

        var recipient = await office.Enter(DraftOffice.Stranger);
        var page = await recipient.Get<JsonElement>($"/api/documents/{document}");
        Assert.Contains("vz0;", page.GetProperty("content").GetString(), StringComparison.Ordinal);
        Assert.False(page.GetProperty("draftingHistory").GetBoolean());
        foreach (var path in Paths.Append("versions/n2").Append("versions/n2/authors"))
            Assert.Equal(await Refused(recipient, Guid.NewGuid(), path), await Refused(recipient, document, path));
        var (status, answer) = await recipient.Post($"/api/documents/{document}/versions", new { name = "Của tôi" });
        Assert.Equal((HttpStatusCode.NotFound, "notInScope"), (status, answer.GetProperty("code").GetString()));
    }

    private static async Task<(HttpStatusCode Status, string? Code)> Refused(Person person, Guid document, string path)
    {
        var (status, answer) = await person.Send(HttpMethod.Get, $"/api/documents/{document}/{path}", null);
        Assert.Equal(HttpStatusCode.NotFound, status);
        return (status, answer.GetProperty("code").GetString());
    }

    private async Task Issue(Guid document, Person author, Person leader)
    {
        await Act(author, document, "submit");
        await Act(leader, document, "clear");
        await Act(leader, document, "sign", new { password = office.Node.Password, capacity = "inPerson" });
        await Act(author, document, "number");
        await Act(author, document, "seal");
        string[] recipients = [RecipientSelectors.Provinces];
        var (_, preview) = await author.Post("/api/recipients/preview", new { recipients, except = Array.Empty<string>() });
        await Act(author, document, "issue", new { recipients, except = Array.Empty<string>(), confirmUnits = preview.GetProperty("units").GetInt32() });
    }

    private static async Task Act(Person person, Guid document, string act, object? body = null)
    {
        var (status, answer) = await person.Post($"/api/documents/{document}/{act}", body);
        Assert.True(status == HttpStatusCode.OK, $"{act} → {answer}");
    }

    private async Task Write(string name, Guid document, int words)
    {
        await office.Open(name, DraftOffice.Hocuspocus, DraftOffice.Author, document);
        await office.Editors.Until(name, "synced");
        await office.Editors.Type(name, words);
        await office.Editors.Until(name, "saved");
        await office.Editors.Leave(name);
    }
}
