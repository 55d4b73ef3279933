using System.Text.Json;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>What lists, counts and catch-ups tell everybody: never a document that the model hides.</summary>
[Collection(OfficeCollection.Name)]
public sealed class GeneratedListTests(Office office)
{
    [Fact]
    public async Task Inboxes_show_only_documents_that_their_reader_may_see_and_count_what_they_show()
    {
        var shown = 0;
        foreach (var player in office.Players)
        {
            foreach (var box in Enum.GetValues<Box>().Where(box => box != Box.Closed))
            {
                var word = JsonNamingPolicy.CamelCase.ConvertName(box.ToString());
                var answer = await player.Send(HttpMethod.Get, new Call($"/api/inbox?box={word}&take=200"));
                Assert.True(answer.Status == 200, $"{word}: {answer.Body}");
                var items = answer.Json.GetProperty("items");
                Assert.Equal(items.GetArrayLength(), answer.Json.GetProperty("total").GetInt32());
                shown += await AssertVisible(player, items);
            }
        }

        Assert.InRange(shown, 40, 100_000);
    }

    [Fact]
    public async Task A_catch_up_tells_no_words_of_a_document_that_its_reader_may_not_see()
    {
        var told = 0;
        foreach (var player in office.Players)
        {
            var epoch = (await player.Send(HttpMethod.Get, new Call("/api/inbox/counters"))).Json.GetProperty("epoch").GetString();
            var cursors = player.Actor.Seats.Select(seat => new { seat = seat.Seat.Value, epoch, position = 0 });
            var answer = await player.Send(HttpMethod.Post, new Call("/api/inbox/catch-up", new { cursors }));
            Assert.Equal(200, answer.Status);
            foreach (var seat in answer.Json.GetProperty("seats").EnumerateArray().Where(seat => !seat.GetProperty("resync").GetBoolean()))
            {
                var changed = seat.GetProperty("changed").EnumerateArray().ToLookup(item => item.GetProperty("box").GetString() == "closed");
                told += await AssertVisible(player, changed[false]);
                Assert.All(changed[true], item => Assert.Equal("", item.GetProperty("abstract").GetString()));
            }
        }

        Assert.InRange(told, 40, 100_000);
    }

    [Fact]
    public async Task A_register_tells_no_words_of_a_document_that_its_reader_may_not_see()
    {
        var (lines, alone) = (0, 0);
        foreach (var player in office.Players.Where(player => player.Scope.Units.Length > 0))
        {
            foreach (var book in new[] { "incoming", "outgoing" })
            {
                var answer = await player.Send(HttpMethod.Get, new Call($"/api/registers/{book}"));
                if (answer.Status != 200)
                    continue;
                var rows = answer.Json.GetProperty("rows");
                lines += await AssertVisible(player, rows.EnumerateArray());
                foreach (var row in rows.EnumerateArray().Where(row => !row.TryGetProperty("documentId", out _)))
                {
                    Assert.Equal(("", ""), (row.GetProperty("abstract").GetString(), row.GetProperty("type").GetString()));
                    alone++;
                }
            }
        }

        Assert.InRange(lines, 20, 100_000);
        Assert.InRange(alone, 1, lines);
    }

    private Task<int> AssertVisible(Player player, JsonElement rows) => AssertVisible(player, rows.EnumerateArray());

    /// <summary>How many documents were named; all of them visible.</summary>
    private async Task<int> AssertVisible(Player player, IEnumerable<JsonElement> rows)
    {
        var named = 0;
        foreach (var row in rows)
        {
            if (!row.TryGetProperty("documentId", out var id))
                continue;
            var thing = await office.Load("listed", id.GetGuid(), "");
            Assert.True(Model.MaySee(player, thing), $"{player.Name} is shown {thing.Document!.Abstract} ({thing.Document.State}): {row}");
            named++;
        }

        return named;
    }
}
