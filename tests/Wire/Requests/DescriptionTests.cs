using System.Text.Json;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Requests;

/// <summary>The description of the API says what may be sent.</summary>
public sealed class DescriptionTests : IAsyncLifetime
{
    private OfficeNode _node = null!;

    public async ValueTask InitializeAsync() => _node = await OfficeNode.Start(new SqliteDatabase());

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    [Theory]
    [InlineData("secrecy", "normal", "secret")]
    [InlineData("urgency", "normal", "immediate")]
    public async Task It_has_the_words_of_a_drafts_lists(string property, params string[] words)
    {
        using var author = await _node.Enter("clerk.tw");
        var schemas = (await author.Get<JsonElement>("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");
        var described = schemas.GetProperty("DraftBody").GetProperty("properties").GetProperty(property);
        if (described.TryGetProperty("$ref", out var reference))
            described = schemas.GetProperty(reference.GetString()!.Split('/')[^1]);
        var said = described.GetProperty("enum").EnumerateArray().Select(word => word.GetString()).ToList();
        Assert.All(words, word => Assert.Contains(word, said));
    }
}
