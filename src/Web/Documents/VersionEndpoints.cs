using System.Globalization;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Documents;

/// <summary>How a text written together stood each time it was submitted.</summary>
internal static class VersionEndpoints
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id:guid}/versions", List).RequireAct(Act.ReadDocument);
        documents.MapGet("/{id:guid}/versions/{version}", Find).RequireAct(Act.ReadDocument);
    }

    private static async Task<IResult> List(Guid id, Caller caller, IDocumentViews views, CancellationToken cancellation) =>
        await views.Versions(caller.Actor, new DocumentId(id), cancellation) is { } versions
            ? Results.Ok(versions)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Find(Guid id, string version, Caller caller, IDocumentViews views, CancellationToken cancellation) =>
        int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && await views.Version(caller.Actor, new DocumentId(id), number, cancellation) is { } found
            ? Results.Ok(found)
            : new Refusal(RefusalCode.NotInScope).ToResult();
}
