using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Inbox;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Inbox;

/// <summary>The inbox over HTTP: reads go to the tables, acts to the person's grain.</summary>
internal static class InboxEndpoints
{
    /// <summary>More cursors than anybody has seats.</summary>
    private const int CursorsMax = 64;

    public static void MapInbox(this IEndpointRouteBuilder app)
    {
        var inbox = app.MapGroup("/api/inbox").WithTags("Inbox");
        inbox.MapGet("/", Page).RequireAct(Act.ReadInbox);
        inbox.MapGet("/counters", (Caller caller, IInboxReads reads, CancellationToken cancellation) =>
            reads.Counters(caller.Actor, cancellation)).RequireAct(Act.ReadInbox);
        inbox.MapPost("/catch-up", CatchUp).RequireAct(Act.ReadInbox);
        inbox.MapPost("/read", async (ItemsBody body, Caller caller, IGrainFactory grains) =>
            (await Mine(grains, caller).MarkRead(caller.Command, new MarkItemsRead(body.Keys()))).ToResult()).RequireAct(Act.MarkInbox);
        inbox.MapPost("/done", async (ItemsBody body, Caller caller, IGrainFactory grains) =>
            (await Mine(grains, caller).Close(caller.Command, new CloseItems(body.Keys()))).ToResult()).RequireAct(Act.MarkInbox);
        app.MapPost("/api/notes", async (NoteBody body, Caller caller, IGrainFactory grains) =>
            (await Mine(grains, caller).SendNote(caller.Command, new SendNote(body.To, body.Text ?? "", body.DocumentId))).ToResult())
            .WithTags("Inbox").RequireAct(Act.SendNote);
    }

    private static async Task<IResult> Page(
        string? box, string? filter, string? after, int? take, Caller caller, IInboxReads reads, CancellationToken cancellation)
    {
        if (!WireWords<Box>.TryParse(box, out var which))
            return new Refusal(RefusalCode.FieldInvalid, "box").ToResult();
        if (!WireWords<InboxFilter>.TryParse(filter ?? WireWords<InboxFilter>.Of(InboxFilter.All), out var only))
            return new Refusal(RefusalCode.FieldInvalid, "filter").ToResult();
        var query = new InboxQuery(which, only, string.IsNullOrEmpty(after) ? null : after, take ?? InboxQuery.TakeDefault);
        return (await reads.Page(caller.Actor, query, cancellation)).ToResult();
    }

    private static async Task<IResult> CatchUp(
        CursorsBody body, Caller caller, IInboxReads reads, CatchUpGate gate, CancellationToken cancellation)
    {
        if (body.Cursors is not { IsDefault: false } cursors)
            return new Refusal(RefusalCode.FieldMissing, "cursors").ToResult();
        if (cursors.Length > CursorsMax)
            return new Refusal(RefusalCode.TooMany, "cursors", FieldRules.Limit(CursorsMax)).ToResult();
        return (await gate.Pass(() => reads.CatchUp(caller.Actor, cursors, cancellation), cancellation)).ToResult();
    }

    private static IOfficialGrain Mine(IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IOfficialGrain>(caller.Actor.Official.ToGrainKey());
}
