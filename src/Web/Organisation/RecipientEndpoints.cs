using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Organisation;

/// <summary>Choosing who receives.</summary>
internal static class RecipientEndpoints
{
    private const int HitsMax = 30;
    private const int QueryCharsMax = 200;

    public static IEndpointRouteBuilder MapRecipients(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/recipients/tree", (string? parent, Caller caller, IOrganisationMap organisation) =>
            organisation.Current.Recipients.Children(parent, Issuer(caller, organisation)) is { } rows
                ? Results.Ok(rows)
                : new Refusal(RefusalCode.UnknownUnit, "parent").ToResult()).RequireAct(Act.ReadOrganisation);
        app.MapGet("/api/recipients/search", (string? q, Caller caller, IOrganisationMap organisation) =>
            q is { Length: > QueryCharsMax }
                ? new Refusal(RefusalCode.FieldTooLong, "q").ToResult()
                : Results.Ok(organisation.Current.Recipients.Search(q ?? "", HitsMax, Issuer(caller, organisation)))).RequireAct(Act.ReadOrganisation);
        app.MapPost("/api/recipients/preview", Preview).RequireAct(Act.ReadOrganisation);
        return app;
    }

    private static IResult Preview(PreviewRequest request, Caller caller, IOrganisationMap organisation)
    {
        var recipients = request.Recipients ?? [];
        var except = request.Except ?? [];
        if (recipients.Length + except.Length > RecipientSelectors.SelectorsMax)
            return new Refusal(RefusalCode.TooManyRecipients, "recipients").ToResult();
        var issuer = request.Issuer ?? Issuer(caller, organisation);
        var map = organisation.Current;
        var selection = RecipientSelectors.Select(map, recipients, except, issuer);
        return Results.Ok(RecipientPreview.Of(selection) with
        {
            Names = request.Names ? [.. selection.Set.Units.Select(unit => unit.Ref)] : null,
        });
    }

    /// <summary>The body that the caller's documents are issued by: of the acting seat, else of the first in a unit.</summary>
    private static UnitId? Issuer(Caller caller, IOrganisationMap organisation)
    {
        var seats = caller.Actor.Seats;
        var seat = seats.FirstOrDefault(held => held.Seat == caller.Actor.ActingSeat && held.Unit is not null) ?? seats.FirstOrDefault(held => held.Unit is not null);
        return seat?.Unit is { } unit ? organisation.Current.RegisteringUnit(unit)?.Id : null;
    }
}
