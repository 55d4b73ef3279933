using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Organisation;

/// <summary>Finding people.</summary>
internal static class OfficialEndpoints
{
    private const int HitsMax = 20;
    private const int QueryCharsMax = 100;

    public static IEndpointRouteBuilder MapOfficials(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/officials/search", async (string? q, IOfficialReads officials, CancellationToken cancellation) =>
            q is { Length: > QueryCharsMax }
                ? new Refusal(RefusalCode.FieldTooLong, "q").ToResult()
                : Results.Ok(await officials.Search(q ?? "", HitsMax, cancellation))).RequireAct(Act.ReadOrganisation);
        return app;
    }
}
