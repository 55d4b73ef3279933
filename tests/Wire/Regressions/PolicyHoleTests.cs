using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Nodes;
using PartyRealtime.WireTests.Policy.Generated;

namespace PartyRealtime.WireTests.Regressions;

/// <summary>Where the program once answered otherwise than its policy.</summary>
[Collection(OfficeCollection.Name)]
public sealed class PolicyHoleTests(Office office)
{
    private const string Receiver = Office.Merger;

    [Fact]
    public async Task A_returned_delivery_cannot_be_opened_any_more()
    {
        var delivery = DeliveryOf("issued and Returned");
        var answer = await office.Player($"clerk.{Receiver}").Send(HttpMethod.Post, new Call($"/api/deliveries/{delivery.DeliveryId}/open"));
        Assert.Equal("notAllowedNow", answer.Code);
    }

    [Fact]
    public async Task Who_had_a_step_that_was_recalled_has_no_part_in_the_delivery()
    {
        var delivery = DeliveryOf("recalled step");
        var former = office.Player($"specialist.{Receiver}");
        var step = delivery.Steps.Single(step => former.Actor.Holds(step.Seat));
        Assert.Equal(StepState.Recalled, step.State);
        var path = $"/api/deliveries/{delivery.DeliveryId}";
        Assert.Equal("notInScope", (await former.Send(HttpMethod.Post, new Call($"{path}/open"))).Code);
        Assert.Equal("notInScope", (await former.Send(HttpMethod.Post, new Call($"{path}/steps/{step.Id}/finish"))).Code);
    }

    [Fact]
    public async Task Whom_to_assign_is_not_told_above_the_clearance()
    {
        var answer = await office.Player($"leader.{Receiver}").Send(
            HttpMethod.Get, new Call($"/api/deliveries/{DeliveryOf("secret").DeliveryId}/assignees"));
        Assert.Equal("notInScope", answer.Code);
    }

    [Fact]
    public async Task Who_left_every_post_cannot_watch_the_boards_that_are_closed_to_reading()
    {
        await using var hub = LiveLink.To(office.Player(Office.Former).Person!);
        await hub.StartAsync();
        Assert.Equal("notYourRole", await hub.InvokeAsync<string?>("WatchBoard", office.Document("left issued").DocumentId.ToString()));
    }

    [Fact]
    public async Task The_register_does_not_tell_what_a_voided_document_becomes()
    {
        var document = office.Document("voided");
        var page = await office.Player(Papers.Clerk).Send(HttpMethod.Get, new Call("/api/registers/outgoing"));
        var line = Assert.Single(page.Json.GetProperty("rows").EnumerateArray(), row => row.GetProperty("voided").GetBoolean());
        Assert.Equal("Sai nội dung", line.GetProperty("voidReason").GetString());
        Assert.DoesNotContain(document.Document!.Abstract, page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(document.DocumentId.ToString(), page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_item_does_not_tell_what_its_document_becomes()
    {
        var clerk = office.Player(Papers.Clerk);
        var epoch = (await clerk.Send(HttpMethod.Get, new Call("/api/inbox/counters"))).Json.GetProperty("epoch").GetString();
        var cursors = clerk.Actor.Seats.Select(seat => new { seat = seat.Seat.Value, epoch, position = 0 });
        var told = await clerk.Send(HttpMethod.Post, new Call("/api/inbox/catch-up", new { cursors }));
        Assert.Contains(office.Document("voided").DocumentId.ToString(), told.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Document("voided").Document!.Abstract + "\"", told.Body, StringComparison.Ordinal);
    }

    private Thing DeliveryOf(string document) => Office.DeliveriesOf(office.Document(document))
        .Single(delivery => delivery.Delivery!.Unit == office.Organisation.Unit(Receiver)!.Id);
}
