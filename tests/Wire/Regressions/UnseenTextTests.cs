using System.Net;
using System.Text.Json;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>A leader's page that lost its line once cleared and signed a text that it had never shown.</summary>
public sealed class UnseenTextTests
{
    [Fact]
    public async Task A_page_of_the_first_round_neither_clears_nor_signs_the_second()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var clerk = await node.Enter("clerk.tw");
        using var leader = await node.Enter("leader.tw");
        var document = $"/api/documents/{(await clerk.Act("/api/documents", Draft("Một"))).GetProperty("stream").GetString()}";
        await clerk.Act($"{document}/submit");
        var first = await Seen(leader, document);
        await leader.Act($"{document}/return", new { reason = "Sửa lại" });
        await clerk.Send(HttpMethod.Put, document, Draft("Hai", await Position(clerk, document)));
        await clerk.Act($"{document}/submit");

        AssertRefused("textChanged", await leader.Post($"{document}/clear", new { first.BodyHash, first.BodyVersion }));
        var second = await Seen(leader, document);
        Assert.NotEqual(first, second);
        await leader.Act($"{document}/clear", new { second.BodyHash, second.BodyVersion });

        var password = node.Password;
        AssertRefused("textChanged", await leader.Post($"{document}/sign", new { password, capacity = "inPerson", first.BodyHash, first.BodyVersion }));
        Assert.Equal("awaitingSignature", (await leader.Get<JsonElement>(document)).GetProperty("state").GetString());
        var id = Guid.NewGuid();
        var sign = new { password, capacity = "inPerson", second.BodyHash, second.BodyVersion };
        Assert.Equal(HttpStatusCode.OK, (await leader.Post($"{document}/sign", sign, id)).Status);
        // A repetition by way of a node of the version before, which knows nothing of what was seen.
        Assert.Equal(HttpStatusCode.OK, (await leader.Post($"{document}/sign", new { password, capacity = "inPerson" }, id)).Status);
    }

    private static object Draft(string body, long expectedPosition = 0) => new
    {
        type = "CV", @abstract = "Hai vòng duyệt", body, urgency = "normal", secrecy = "normal", files = Array.Empty<object>(), expectedPosition,
    };

    private static async Task<(string? BodyHash, int BodyVersion)> Seen(Person person, string document)
    {
        var view = await person.Get<JsonElement>(document);
        return (view.GetProperty("bodyHash").GetString(), view.GetProperty("bodyVersion").GetInt32());
    }

    private static async Task<long> Position(Person person, string document) =>
        (await person.Get<JsonElement>(document)).GetProperty("position").GetInt64();

    private static void AssertRefused(string code, (HttpStatusCode Status, JsonElement Answer) answer) =>
        Assert.Equal((HttpStatusCode.Conflict, code), (answer.Status, answer.Answer.GetProperty("code").GetString()));
}
