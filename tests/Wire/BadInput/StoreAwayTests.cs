using System.Net;
using System.Text.Json;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.BadInput;

/// <summary>A store that takes no writes for a while, or is not there at all.</summary>
public sealed class StoreAwayTests
{
    /// <summary>Room for the smallest organisation (its pages of 4 KiB) and a few large drafts.</summary>
    private const int PagesMax = 3_000;

    private static object LargeDraft => new
    {
        type = "CV", @abstract = "Khi đĩa đầy", body = new string('đ', 400_000), urgency = "normal", secrecy = "normal", files = Array.Empty<string>(),
    };

    [Fact]
    public async Task Writes_are_refused_with_a_time_to_come_back_reads_go_on_and_the_same_command_succeeds_afterwards()
    {
        var database = new SqliteDatabase();
        await using var node = await OfficeNode.Start(database);
        using var author = await node.Enter(Papers.Author);
        var (id, draft) = (Guid.NewGuid(), Papers.Draft("Khi kho dữ liệu vắng", 0));
        await using (await database.HoldWrites())
        {
            await author.IsToldToRetry(HttpMethod.Post, "/api/documents", draft, id);
            Assert.Equal(HttpStatusCode.OK, await author.Status("/api/inbox?box=drafts"));
        }

        await author.Succeeds(draft, id);
    }

    [Fact]
    [Trait("Needs", "PostgreSql")]
    public async Task A_database_that_is_away_refuses_reads_and_writes_and_serves_again_by_itself()
    {
        await using var server = new PostgreSqlServer();
        await using var node = await OfficeNode.Start(new PostgreSqlDatabase(server));
        using var author = await node.Enter(Papers.Author);
        using var stranger = await node.Enter(Papers.Clerk);
        Assert.Equal(HttpStatusCode.OK, await author.Status("/api/inbox?box=drafts"));
        var (id, draft) = (Guid.NewGuid(), Papers.Draft("Khi cơ sở dữ liệu vắng", 0));

        await server.Stop();
        // The author's session is known to the node, the clerk's is not: each is stopped at another place.
        await author.IsToldToRetry(HttpMethod.Post, "/api/documents", draft, id);
        await stranger.IsToldToRetry(HttpMethod.Post, "/api/documents", draft, Guid.NewGuid());
        await author.IsToldToRetry(HttpMethod.Get, "/api/inbox?box=drafts");
        await stranger.IsToldToRetry(HttpMethod.Get, "/api/inbox?box=drafts");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await author.Status("/health/ready"));

        await server.Start();
        await author.Succeeds(draft, id);
        await author.FindsItReady();
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_reads_go_on_and_the_same_command_succeeds_once_there_is_room()
    {
        var database = new SqliteDatabase { PagesMax = PagesMax };
        await using var node = await OfficeNode.Start(database);
        using var author = await node.Enter(Papers.Author);
        var (id, draft) = (Guid.NewGuid(), LargeDraft);
        for (var written = 0; (await author.Post("/api/documents", draft, id)).Status == HttpStatusCode.OK; written++)
        {
            Assert.True(written < PagesMax, "The disk does not fill.");
            id = Guid.NewGuid();
        }

        await author.IsToldToRetry(HttpMethod.Post, "/api/documents", draft, id);
        var drafts = await author.Get<JsonElement>("/api/inbox?box=drafts");
        Assert.NotEqual(0, drafts.GetProperty("total").GetInt32());

        await database.Execute("DELETE FROM inbox_item; DELETE FROM document_body");
        await author.Succeeds(draft, id);
    }
}
