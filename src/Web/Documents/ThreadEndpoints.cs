using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Documents;

/// <summary>Comments and suggestions in a draft. Each write is one act of the document's grain.</summary>
internal static class ThreadEndpoints
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id:guid}/threads", List).RequireAct(Act.ReadDocument);
        documents.MapPost("/{id:guid}/threads", Open).RequireAct(Act.DiscussDraft);
        documents.MapPost("/{id:guid}/threads/{thread:guid}/replies", Reply).RequireAct(Act.DiscussDraft);
        MapSettle(documents, "resolve", ThreadEntryKind.Resolved);
        MapSettle(documents, "reopen", ThreadEntryKind.Reopened);
        MapSettle(documents, "accept", ThreadEntryKind.Accepted);
        MapSettle(documents, "reject", ThreadEntryKind.Rejected);
        MapSettle(documents, "withdraw", ThreadEntryKind.Withdrawn);
    }

    private static void MapSettle(RouteGroupBuilder documents, string act, ThreadEntryKind settlement) =>
        documents.MapPost($"/{{id:guid}}/threads/{{thread:guid}}/{act}", (Guid id, Guid thread, TextBody body, Caller caller, IGrainFactory grains) =>
            DocumentEndpoints.Run(grains, caller.Command, id, new SettleThread(new ThreadId(thread), settlement, Nfc.Of(body.Text) ?? "")))
            .RequireAct(Act.DiscussDraft);

    /// <summary>Everything, or with <c>after</c> only what changed behind that position of the document.</summary>
    private static async Task<IResult> List(Guid id, string? after, Caller caller, IDocumentViews views, CancellationToken cancellation)
    {
        var from = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out from))
            return new Refusal(RefusalCode.FieldInvalid, "after").ToResult();
        return await views.Threads(caller.Actor, new DocumentId(id), from, cancellation) is { } threads
            ? Results.Ok(threads)
            : new Refusal(RefusalCode.NotInScope).ToResult();
    }

    /// <summary>Quote and replacement are letters of the text and stay as they are; words are stored in NFC.</summary>
    private static Task<IResult> Open(Guid id, OpenThreadBody body, Caller caller, IGrainFactory grains) => DocumentEndpoints.Run(
        grains,
        caller.Command,
        id,
        new OpenThread(
            body.Kind, body.Start ?? [], body.End ?? [], body.Quote ?? "", body.Replacement, Nfc.Of(body.Text) ?? "", body.Mentions ?? []));

    private static Task<IResult> Reply(Guid id, Guid thread, ReplyBody body, Caller caller, IGrainFactory grains) => DocumentEndpoints.Run(
        grains, caller.Command, id, new ReplyToThread(new ThreadId(thread), Nfc.Of(body.Text) ?? "", body.Mentions ?? []));
}
