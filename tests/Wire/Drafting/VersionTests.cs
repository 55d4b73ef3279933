using System.Net;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.WireTests.Drafting;

/// <summary>Each time a text is submitted it is kept as it then stood, for those it was written by.</summary>
public sealed class VersionTests(DraftOffice office) : IClassFixture<DraftOffice>
{
    [Fact]
    public async Task Every_submitted_text_stays_as_it_was_and_is_nobody_elses_to_read()
    {
        var document = await office.Compose();
        var author = await office.Enter(DraftOffice.Author);
        await Write("vx", document, 1);
        await Act("submit");
        await Act("return", new { reason = "Thiếu một mục" });
        await Write("vy", document, 1);
        await Act("submit");

        var versions = await author.Get<VersionView[]>($"/api/documents/{document}/versions");
        Assert.Equal([3, 2], versions.Select(one => one.Version));
        Assert.Contains("vx0;", await Content(2), StringComparison.Ordinal);
        Assert.DoesNotContain("vy0;", await Content(2), StringComparison.Ordinal);
        Assert.Contains("vy0;", await Content(3), StringComparison.Ordinal);

        var stranger = await office.Enter(DraftOffice.Stranger);
        foreach (var path in (string[])["versions", "versions/2", "versions/9"])
            Assert.Equal(HttpStatusCode.NotFound, await stranger.Status($"/api/documents/{document}/{path}"));
        Assert.Equal(HttpStatusCode.NotFound, await author.Status($"/api/documents/{document}/versions/9"));

        async Task<string> Content(int version) =>
            (await author.Get<VersionView>($"/api/documents/{document}/versions/{version}")).Content!;

        async Task Act(string act, object? body = null)
        {
            var (status, answer) = await author.Post($"/api/documents/{document}/{act}", body);
            Assert.True(status == HttpStatusCode.OK, answer.ToString());
        }
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
