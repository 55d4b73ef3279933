using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Organisation;
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
        app.MapGet("/api/recipients/tree", (string? parent, IOrganisationMap organisation) =>
            organisation.Current.Recipients.Children(parent) is { } rows
                ? Results.Ok(rows)
                : new Refusal(RefusalCode.UnknownUnit, "parent").ToResult()).RequireAct(Act.ReadOrganisation);
        app.MapGet("/api/recipients/search", (string? q, IOrganisationMap organisation) =>
            q is { Length: > QueryCharsMax }
                ? new Refusal(RefusalCode.FieldTooLong, "q").ToResult()
                : Results.Ok(organisation.Current.Recipients.Search(q ?? "", HitsMax))).RequireAct(Act.ReadOrganisation);
        app.MapPost("/api/recipients/preview", Preview).RequireAct(Act.ReadOrganisation);
        return app;
    }

    private static IResult Preview(PreviewRequest request, IOrganisationMap organisation)
    {
        var recipients = request.Recipients ?? [];
        var except = request.Except ?? [];
        if (recipients.Length + except.Length > RecipientSelectors.SelectorsMax)
            return new Refusal(RefusalCode.TooManyRecipients, "recipients").ToResult();
        return Results.Ok(RecipientPreview.Of(RecipientSelectors.Select(organisation.Current, recipients, except)));
    }
}
