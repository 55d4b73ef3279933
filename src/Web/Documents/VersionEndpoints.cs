using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Documents;

/// <summary>
/// How a text written together came about: how it stood each time it was submitted or named, and who wrote what. Whoever may
/// not know that is answered as for a missing document.
/// </summary>
internal static class VersionEndpoints
{
    public static void Map(RouteGroupBuilder documents)
    {
        documents.MapGet("/{id:guid}/versions", List).RequireAct(Act.ReadDocument);
        documents.MapPost("/{id:guid}/versions", (Guid id, NameBody body, Caller caller, IGrainFactory grains) =>
            DocumentEndpoints.Run(grains, caller.Command, id, new NameVersion(Nfc.Of(body.Name)?.Trim() ?? ""))).RequireAct(Act.NameVersion);
        documents.MapGet("/{id:guid}/versions/{version}", Find).RequireAct(Act.ReadDocument);
        documents.MapGet("/{id:guid}/versions/{version}/authors", AuthorsOf).RequireAct(Act.ReadDocument);
        documents.MapGet("/{id:guid}/authors", Authors).RequireAct(Act.ReadDocument);
    }

    private static async Task<IResult> List(Guid id, Caller caller, IDocumentViews views, CancellationToken cancellation) =>
        await views.Versions(caller.Actor, new DocumentId(id), cancellation) is { } versions
            ? Results.Ok(versions)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static async Task<IResult> Find(Guid id, string version, Caller caller, IDocumentViews views, CancellationToken cancellation) =>
        VersionKey.Parse(version) is { } key
        && await views.Version(caller.Actor, new DocumentId(id), key, cancellation) is { } found
            ? Results.Ok(found)
            : new Refusal(RefusalCode.NotInScope).ToResult();

    private static Task<IResult> AuthorsOf(
        Guid id, string version, Caller caller, IDocumentViews views, IOfficialReads officials, IGrainFactory grains, CancellationToken cancellation) =>
        VersionKey.Parse(version) is { } key
            ? Answer(id, key, caller, views, officials, grains, cancellation)
            : Task.FromResult(new Refusal(RefusalCode.NotInScope).ToResult());

    private static Task<IResult> Authors(
        Guid id, Caller caller, IDocumentViews views, IOfficialReads officials, IGrainFactory grains, CancellationToken cancellation) =>
        Answer(id, null, caller, views, officials, grains, cancellation);

    private static async Task<IResult> Answer(
        Guid id, VersionKey? version, Caller caller, IDocumentViews views, IOfficialReads officials, IGrainFactory grains, CancellationToken cancellation)
    {
        if (!await views.MaySeeDrafting(caller.Actor, new DocumentId(id), cancellation))
            return new Refusal(RefusalCode.NotInScope).ToResult();
        var written = await grains.GetGrain<IDraftingGrain>(id).Authors(version);
        if (!written.IsOk)
            return written.Refusal.ToResult();
        var letters = written.Value.SelectMany(block => block.Shares)
            .GroupBy(share => share.Official, share => share.Letters)
            .ToDictionary(person => person.Key, person => person.Sum());
        var people = await officials.Lines(letters.Keys, cancellation);
        return Results.Ok(new AuthorsView([.. people.OrderByDescending(person => letters[person.Id]).ThenBy(person => person.Id.Value)], written.Value));
    }
}
