using System.Text.Json;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.ClusterTests.Documents;

/// <summary>From a room's draft to the recipients, at a commune's committee and at a state body.</summary>
public sealed class RoomToRecipientsTests
{
    [Fact]
    public async Task A_specialist_of_a_room_writes_for_the_body_presents_to_a_chosen_leader_and_the_body_receives_nothing_of_its_own()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var specialist = await node.Enter("specialist2.00004");
        using var leader = await node.Enter("leader2.00004");
        using var clerk = await node.Enter("clerk.00004");
        var room = (await specialist.Get<JsonElement>("/api/session")).GetProperty("seats")[0].GetProperty("unit").GetProperty("code").GetString()!;
        Assert.StartsWith("00004.", room, StringComparison.Ordinal);

        var reviewers = (await specialist.Get<JsonElement>("/api/reviewers")).EnumerateArray().ToList();
        Assert.True(reviewers[0].GetProperty("head").GetBoolean());
        Assert.Single(reviewers, reviewer => reviewer.GetProperty("head").GetBoolean());
        var chosen = (await leader.Get<JsonElement>("/api/session")).GetProperty("seats")[0].GetProperty("id").GetInt32();
        Assert.Contains(chosen, reviewers.Select(reviewer => reviewer.GetProperty("seat").GetInt32()));
        Assert.Contains((await specialist.Get<JsonElement>("/api/document-types")).EnumerateArray(), type => type.GetProperty("allowed").GetBoolean());

        var path = $"/api/documents/{(await specialist.Act("/api/documents", Draft("BC"))).GetProperty("stream").GetGuid():D}";
        Assert.Equal("00004", (await specialist.Get<JsonElement>(path)).GetProperty("unit").GetProperty("code").GetString());
        await specialist.Act($"{path}/submit", new { to = chosen });
        await leader.Act($"{path}/clear");
        await clerk.Act($"{path}/clear");
        await leader.Act($"{path}/sign", new { password = node.Password, capacity = "forHead" });
        Assert.Equal("01-BC/ĐU", (await clerk.Act($"{path}/number")).GetProperty("symbol").GetString());
        await clerk.Act($"{path}/seal");

        var everyone = new[] { "everyone" };
        var preview = (await clerk.Act("/api/recipients/preview", new { recipients = everyone, except = Array.Empty<string>() })).GetProperty("units").GetInt32();
        var tree = (await clerk.Get<JsonElement>("/api/recipients/tree")).EnumerateArray().First(row => row.GetProperty("selector").GetString() == "everyone");
        Assert.Equal(preview, tree.GetProperty("units").GetInt32());
        await clerk.Act($"{path}/issue", new { recipients = everyone, except = Array.Empty<string>(), confirmUnits = preview });
        Assert.Equal(preview, (await clerk.Get<Board>($"{path}/board")).Totals.Units);
        var own = await clerk.Get<BoardTileUnits>($"{path}/board/01");
        Assert.DoesNotContain(own.Units, unit => unit.Unit.Code == "00004");
    }

    [Fact]
    public async Task A_state_body_numbers_all_types_in_one_series_in_its_own_form()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var leader = await node.Enter("leader.tw.hvct");
        using var clerk = await node.Enter("clerk.tw.hvct");
        var symbols = new List<string?>();
        foreach (var type in new[] { "QĐ", "BC", "CV" })
        {
            var path = $"/api/documents/{(await clerk.Act("/api/documents", Draft(type))).GetProperty("stream").GetGuid():D}";
            await clerk.Act($"{path}/submit");
            await leader.Act($"{path}/clear");
            await leader.Act($"{path}/sign", new { password = node.Password, capacity = "inPerson" });
            symbols.Add((await clerk.Act($"{path}/number")).GetProperty("symbol").GetString());
        }

        Assert.Equal(["01/QĐ-HVCTQG", "02/BC-HVCTQG", "03/HVCTQG"], symbols);
    }

    private static object Draft(string type) => new
    {
        type,
        @abstract = "Về công tác văn thư",
        body = "Nội dung",
        urgency = "normal",
        secrecy = "normal",
        files = Array.Empty<object>(),
    };
}
