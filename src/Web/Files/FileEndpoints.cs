using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Documents;
using PartyRealtime.Storage.Files;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Files;

/// <summary>Uploads and downloads. Bytes are streamed both ways and stand on the disk before a command may name them.</summary>
internal static class FileEndpoints
{
    private const string NameHeader = "X-File-Name";

    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        // One byte more than the limit is read, so that a file over it is told apart from one at it.
        app.MapPost("/api/files", Upload).WithTags("Files")
            .WithMetadata(new RequestSize(FileKinds.FileBytesMax + 1024)).RequireAct(Act.UploadFile);
        app.MapGet("/api/documents/{id:guid}/files/{hash}", Download).WithTags("Files").RequireAct(Act.ReadDocument);
        app.MapUploadsInParts();
    }

    private static async Task<IResult> Upload(HttpContext http, Caller caller, IFileStore files, IGrainFactory grains)
    {
        if (FileName.Read(http.Request.Headers[NameHeader]) is not { } name)
            return new Refusal(RefusalCode.FieldInvalid, "name").ToResult();
        if (http.Request.ContentLength > FileKinds.FileBytesMax)
            return FileRefusals.TooLarge.ToResult();
        StoredFile? stored;
        try
        {
            stored = await files.Put(http.Request.Body, FileKinds.FileBytesMax, http.RequestAborted);
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return new Refusal(RefusalCode.Unavailable).ToResult();
        }

        if (stored is null)
            return FileRefusals.TooLarge.ToResult();
        if (stored.SizeBytes == 0)
            return new Refusal(RefusalCode.FieldMissing, "file").ToResult();
        if (FileKinds.MediaTypeOf(name, stored.Head.AsSpan()) is not { } mediaType)
            return FileRefusals.TypeDiffers.ToResult();
        var recorded = await Record(http, caller, grains, new UploadedFile(stored.Hash, name, stored.SizeBytes, mediaType));
        return recorded.ToResult();
    }

    /// <summary>Lets the person's commands name a file that is in the store. Its hash stands for the request's body.</summary>
    internal static async Task<Outcome<FileView>> Record(HttpContext http, Caller caller, IGrainFactory grains, UploadedFile file)
    {
        var context = CommandEdge.ContextOf(http, caller.Actor, Convert.FromHexString(file.Hash));
        if (!context.IsOk)
            return context.Refusal;
        var recorded = await grains.GetGrain<IUploadGrain>(caller.Actor.Official.Value).Record(context.Value, file);
        return recorded.IsOk ? new FileView(file.Hash, file.Name, file.SizeBytes, file.MediaType) : recorded.Refusal;
    }

    private static async Task<IResult> Download(
        Guid id, string hash, Caller caller, IDocumentViews views, IFileStore files, HttpContext http)
    {
        var file = await views.File(caller.Actor, new DocumentId(id), hash, http.RequestAborted);
        if (file is null || files.Open(file.Hash) is not { } content)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        // Always as an attachment: nothing that somebody uploaded is shown as a page of this origin.
        return Results.File(content, file.MediaType, file.Name, enableRangeProcessing: true);
    }
}
