using System.Globalization;
using System.Text.Json;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.Search;

/// <summary>What lies in one's scope is found by its symbol, its sender and its words, with marks or without.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private OfficeNode _node = null!;
    private Guid _document;
    private string _symbol = "";
    private string _sender = "";

    public async ValueTask InitializeAsync()
    {
        _node = await OfficeNode.Start(new SqliteDatabase());
        var papers = new Papers(_node) { Words = "Phòng, chống thiên tai ở Đường Hoa" };
        _document = (await papers.Document(DocumentState.Issued, Papers.Author, "unit:01")).Id;
        papers.Words = "Chuẩn bị đại hội";
        await papers.Document(DocumentState.Issued, Papers.Author, "unit:01");
        using var clerk = await _node.Enter(Papers.Clerk);
        var page = await clerk.Get<JsonElement>($"/api/documents/{_document}");
        (_symbol, _sender) = (page.GetProperty("symbol").GetString()!, page.GetProperty("unit").GetProperty("name").GetString()!);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("phong chong thien tai")]
    [InlineData("THIÊN TAI")]
    [InlineData("duong hoa thien")]
    [InlineData("thiên tai ở đường")]
    public async Task It_is_found_by_its_words(string question) => Assert.Equal([_document], await Found("clerk.01", question));

    [Fact]
    public async Task It_is_found_by_its_symbol_as_it_is_written_and_as_it_is_typed()
    {
        var plain = TextFold.Key(_symbol);
        foreach (var question in new[] { _symbol, _symbol.ToLower(CultureInfo.GetCultureInfo("vi-VN")), _symbol.Replace("-", " - ", StringComparison.Ordinal), plain })
            Assert.True((await Found("clerk.01", question)).First() == _document, $"{question} does not find {_symbol} first.");
    }

    [Fact]
    public async Task It_is_found_by_its_sender_without_marks()
    {
        Assert.Equal(2, (await Found("clerk.01", _sender)).Length);
        Assert.Equal(2, (await Found("clerk.01", TextFold.Key(_sender))).Length);
        Assert.Equal([_document], await Found("clerk.01", $"{TextFold.Key(_sender)} thien tai"));
    }

    [Fact]
    public async Task Whom_it_did_not_reach_finds_nothing_and_is_told_no_number() =>
        Assert.Empty(await Found("clerk.08", "thien tai"));

    private async Task<Guid[]> Found(string signIn, string question)
    {
        using var person = await _node.Enter(signIn);
        var page = await person.Get<JsonElement>($"/api/search?q={Uri.EscapeDataString(question)}&take=50");
        var found = page.GetProperty("items").EnumerateArray().Select(hit => hit.GetProperty("documentId").GetGuid()).ToArray();
        Assert.Equal(found.Length, page.GetProperty("total").GetInt32());
        return found;
    }
}
