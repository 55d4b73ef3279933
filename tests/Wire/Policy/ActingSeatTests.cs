using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Nodes;
using PartyRealtime.Storage.Reading;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.Policy;

/// <summary>A person with several seats says by a header which one an act is done from; the audit says it, too.</summary>
public sealed class ActingSeatTests
{
    [Fact]
    public async Task The_chosen_seat_acts_and_stands_in_the_audit_row_and_one_that_is_not_held_is_not_taken_over()
    {
        await using var node = await OfficeNode.Start(new SqliteDatabase());
        using var admin = await node.Enter("admin.00004");
        using var chief = await node.Enter("leader.00004");
        using var deputy = await node.Enter("leader3.00004");
        var (own, acting) = ((await Posts(deputy)).Single(), (await Posts(chief)).Single());
        var (status, answer) = await admin.Post($"/api/staff/seats/{acting}/give", new { official = deputy.Official.Value });
        Assert.True(status == HttpStatusCode.OK, $"{answer}");
        Assert.Equal([own, acting], (await Posts(deputy)).OrderBy(seat => seat != own));

        foreach (var seat in new[] { own, acting })
        {
            deputy.ActingSeat = seat;
            Assert.Equal((seat, seat), await Composed(node, deputy));
        }

        // Somebody else's desk: the person's own seats decide, as if nothing had been chosen.
        deputy.ActingSeat = new SeatId(1);
        Assert.Contains((await Composed(node, deputy)).Author, new[] { own, acting });
    }

    /// <summary>Writes a draft; the seat that it is the author's in, and the one in the audit.</summary>
    private static async Task<(SeatId Author, SeatId Audit)> Composed(OfficeNode node, Person person)
    {
        var command = Guid.NewGuid();
        var (status, answer) = await person.Post("/api/documents", Papers.Draft("Về vị trí", 0), command);
        Assert.True(status == HttpStatusCode.OK, $"{answer}");
        await using var connection = await node.Services.GetRequiredService<IReadStore>().Open();
        var author = await connection.QuerySingleAsync<int>(
            "SELECT author_seat_id FROM document WHERE id = @id", new { id = answer.GetProperty("stream").GetGuid() });
        var audit = await connection.QuerySingleAsync<int>(
            "SELECT seat_id FROM fact WHERE command_id = @id AND official_id = @official", new { id = new CommandId(command), official = person.Official });
        return (new SeatId(author), new SeatId(audit));
    }

    private static async Task<IEnumerable<SeatId>> Posts(Person person) => (await person.Get<JsonElement>("/api/session")).GetProperty("seats").EnumerateArray()
        .Where(seat => seat.GetProperty("kind").GetString() == "post")
        .Select(seat => new SeatId(seat.GetProperty("id").GetInt32()))
        .ToList();
}
