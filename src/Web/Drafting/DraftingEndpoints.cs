using System.Collections.Immutable;
using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Drafting;

/// <summary>Tickets, and the two sockets; docs/drafting-protocol.md is written for those who connect.</summary>
internal static class DraftingEndpoints
{
    public static void MapDrafting(this IEndpointRouteBuilder app)
    {
        var drafting = app.MapGroup("/api/drafting").WithTags("Drafting");
        drafting.MapPost("/{document:guid}/tickets", GiveTicket).RequireAct(Act.JoinDraft);
        WordEndpoints.Map(drafting);
        // A socket is one request for hours: among the times of answers it would be the longest.
        drafting.MapGet("/", (HttpContext http, DraftReception reception) => reception.Hocuspocus(http))
            .DisableHttpMetrics().RequireAct(Act.OpenDraftSocket);
        drafting.MapGet("/{document:guid}", (Guid document, string? ticket, HttpContext http, DraftReception reception) =>
            reception.Websocket(http, new DocumentId(document), ticket)).DisableHttpMetrics().RequireAct(Act.OpenDraftSocket);
    }

    private static async Task<IResult> GiveTicket(
        Guid document, Caller caller, IDocumentViews views, DraftTickets tickets, DraftTicketPace pace, CancellationToken cancellation)
    {
        if (pace.Take(caller.Actor.Official) is { } wait)
            return TooMany(wait);
        var id = new DocumentId(document);
        return await views.MaySeeDrafting(caller.Actor, id, cancellation)
            ? Results.Ok(await tickets.Give(id, caller.Session))
            : new Refusal(RefusalCode.NotInScope).ToResult();
    }

    private static IResult TooMany(TimeSpan wait) => new Refusal(
        RefusalCode.TooManyRequests,
        Params: ImmutableDictionary<string, string>.Empty.Add(
            RefusalResults.RetryAfterMs, ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture))).ToResult();
}
