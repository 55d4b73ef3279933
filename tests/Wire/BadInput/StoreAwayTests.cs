using System.Net;
using System.Text.Json;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>A store that takes no writes for a while.</summary>
public sealed class StoreAwayTests
{
    [Fact]
    public async Task Writes_are_refused_with_a_time_to_come_back_reads_go_on_and_the_same_command_succeeds_afterwards()
    {
        var database = new SqliteDatabase();
        await using var node = await OfficeNode.Start(database);
        using var author = await node.Enter(Papers.Author);
        var (id, draft) = (Guid.NewGuid(), Papers.Draft("Khi kho dữ liệu vắng", 0));
        await using (await database.HoldWrites())
        {
            var refused = await author.Post("/api/documents", draft, id);
            refused.IsRefused(503, "unavailable");
            Assert.True(refused.Answer.GetProperty("retryAfterMs").GetInt32() > 0);
            Assert.Equal(HttpStatusCode.OK, await author.Status("/api/inbox?box=drafts"));
        }

        var sent = await author.Post("/api/documents", draft, id);
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Equal(sent.Answer.GetRawText(), (await author.Post("/api/documents", draft, id)).Answer.GetRawText());
        Assert.Equal(1, (await author.Get<JsonElement>("/api/inbox?box=drafts")).GetProperty("total").GetInt32());
    }
}
