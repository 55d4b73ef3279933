using System.Text.Json;
using System.Text.Json.Nodes;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Word.Writing;
using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Reading;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.Web.Documents;

/// <summary>A document as a Word file, for whoever may read its page.</summary>
internal static class PaperEndpoints
{
    /// <summary>The state vector of somebody who has nothing.</summary>
    private static readonly byte[] Nothing = [0];

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = DraftRoot.JsonDepthMax };

    public static void Map(RouteGroupBuilder documents) => documents.MapGet("/{id:guid}/docx", Docx).RequireAct(Act.ReadDocument);

    private static async Task<IResult> Docx(
        Guid id, Caller caller, IDocumentViews views, IOrganisationMap organisation, IGrainFactory grains, HttpContext http)
    {
        if (await views.Document(caller.Actor, new DocumentId(id), http.RequestAborted) is not { Cancelled: false } view)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        return (await TextOf(view, grains)).ToResult(text =>
        {
            var file = new MemoryStream();
            WordPaper.Write(file, text, DocumentPaper.Of(view, organisation.Current));
            file.Position = 0;
            http.Response.Headers.CacheControl = "no-store";
            return Results.File(file, WordPaper.MediaType, DocumentPaper.FileName(view));
        });
    }

    /// <summary>What is being written, for those who may see that; otherwise what was submitted, or typed into the one field.</summary>
    private static async Task<Outcome<JsonObject>> TextOf(DocumentView view, IGrainFactory grains)
    {
        if (view is { Together: true, State: DocumentState.Drafting, DraftRight: not null })
        {
            var present = await grains.GetGrain<IDraftingGrain>(view.Id.Value).Diff(Nothing);
            return present.IsOk ? Rendered(present.Value.Update) : present.Refusal;
        }

        return view.Content is { } content ? JsonNode.Parse(content, documentOptions: Deep)!.AsObject() : PlainBody.ToText(view.Body);
    }

    private static JsonObject Rendered(byte[] update)
    {
        var document = new YDocument();
        if (document.Apply(update, UpdateLimits.Stored) is { } refusal)
            throw new InvalidOperationException($"A draft's own state cannot be read: {refusal.Code}.");
        return ProsemirrorJson.Render(document.Root(DraftRoot.Name, TypeKind.XmlFragment));
    }
}
