using System.Net;
using System.Text.Json;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.Nodes;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.WireTests.BadInput;

namespace PartyRealtime.WireTests.Inbox;

/// <summary>"Known" of what was sent for information ends steps of other grains: under the command's id, or not at all.</summary>
public sealed class DoneTests(InboxWireTests.SharedNode shared) : IClassFixture<InboxWireTests.SharedNode>
{
    private OfficeNode Node => shared.Node;

    [Fact]
    public async Task Under_an_abandoned_id_nothing_is_ended()
    {
        using var leader = await Node.Enter("leader.01");
        var items = await Informed(leader, 2);
        var id = Guid.NewGuid();
        await leader.Post($"/api/commands/{id}/abandon");
        var late = await leader.Post("/api/inbox/done", new { items }, id);
        Assert.Equal((HttpStatusCode.Conflict, "commandAbandoned"), (late.Status, late.Answer.GetProperty("code").GetString()));
        Assert.Subset((await Open(leader)).ToHashSet(), items.ToHashSet());
    }

    [Fact]
    public async Task Under_an_id_that_stands_for_other_items_nothing_is_ended()
    {
        using var leader = await Node.Enter("leader.01");
        var items = await Informed(leader, 2);
        var id = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.OK, (await leader.Post("/api/inbox/done", new { items = items[..1] }, id)).Status);
        var reused = await leader.Post("/api/inbox/done", new { items = items[1..] }, id);
        Assert.Equal((HttpStatusCode.Conflict, "commandIdReused"), (reused.Status, reused.Answer.GetProperty("code").GetString()));
        var open = await Open(leader);
        Assert.Equal((false, true), (open.Contains(items[0]), open.Contains(items[1])));
        Assert.Equal(HttpStatusCode.OK, (await leader.Post("/api/inbox/done", new { items = items[..1] }, id)).Status);
    }

    [Fact]
    public async Task What_breaks_off_at_a_delivery_is_told_as_unknown_and_done_by_the_repetition()
    {
        var (id, broken) = (Guid.NewGuid(), 0);
        await using var node = await OfficeNode.Start(new SqliteDatabase(), BreakingWriter.Wire(EndsAStepFirst, afterwards: false));
        using var leader = await node.Enter("leader.01");
        var items = await Informed(leader, 1);
        var (status, problem) = await leader.Post("/api/inbox/done", new { items }, id);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unknownOutcome"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal(1, broken);
        Assert.Contains(items[0], await Open(leader));
        Assert.Equal(HttpStatusCode.OK, (await leader.Post("/api/inbox/done", new { items }, id)).Status);
        Assert.DoesNotContain(items[0], await Open(leader));

        bool EndsAStepFirst(Commit commit) => commit.Rows.OfType<StepRow>().Any(step => step is { Role: StepRole.ForInformation, State: StepState.Done }) && broken++ == 0;
    }

    /// <summary>So many documents, of each of which the leader is informed; the keys of the items.</summary>
    private static async Task<object[]> Informed(Person leader, int count)
    {
        using var author = await leader.Node.Enter("clerk.tw");
        using var signer = await leader.Node.Enter("leader.tw");
        using var receiver = await leader.Node.Enter("clerk.01");
        using var specialist = await leader.Node.Enter("specialist.01");
        var before = (await Open(leader)).ToHashSet();
        for (var one = 0; one < count; one++)
            await Inform(author, signer, receiver, leader, await Seat(specialist, SeatRole.Specialist), await Seat(leader, SeatRole.Leader));
        return [.. (await Open(leader)).Where(item => !before.Contains(item))];
    }

    private static async Task Inform(Person author, Person signer, Person receiver, Person leader, int lead, int informed)
    {
        var draft = new { type = "CV", @abstract = "Để biết", body = "Nội dung", urgency = "normal", secrecy = "normal" };
        var document = $"/api/documents/{(await author.Act("/api/documents", draft)).GetProperty("stream").GetString()}";
        await author.Act($"{document}/submit");
        await signer.Act($"{document}/clear");
        await signer.Act($"{document}/sign", new { password = author.Node.Password, capacity = "inPerson" });
        await author.Act($"{document}/number");
        await author.Act($"{document}/seal");
        await author.Act($"{document}/issue", new { recipients = new[] { "unit:01" }, confirmUnits = 1 });
        var delivery = $"/api/deliveries/{(await receiver.Get<JsonElement>(document)).GetProperty("deliveries")[0].GetProperty("id").GetString()}";
        await receiver.Act($"{delivery}/register");
        await leader.Act($"{delivery}/assign", new { assignments = new object[] { new { seat = lead, role = "lead" }, new { seat = informed, role = "inform" } } });
    }

    private static async Task<int> Seat(Person person, SeatRole role) =>
        (await person.Get<Me>("/api/session")).Seats.First(seat => seat.Role == role).Id.Value;

    private static async Task<List<object>> Open(Person leader) =>
        [.. (await leader.Get<JsonElement>("/api/inbox?box=forInformation&take=200")).GetProperty("items").EnumerateArray().Select(item => (object)new
        {
            seat = item.GetProperty("seat").GetInt32(),
            subject = item.GetProperty("subject").GetGuid(),
            reason = item.GetProperty("reason").GetString(),
        })];
}
