using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commands;
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

    private static async Task<IResult> Upload(HttpContext http, Caller caller, IFileStore files, ICommandReads commands, IGrainFactory grains)
    {
        // What the headers show to be in vain is refused before its bytes are read.
        if (!CommandEdge.NamesCommand(http.Request))
            return new Refusal(RefusalCode.CommandIdMissing).ToResult();
        if (FileName.Read(http.Request.Headers[NameHeader]) is not { } name)
            return new Refusal(RefusalCode.FieldInvalid, "name").ToResult();
        if (http.Request.ContentLength > FileKinds.FileBytesMax)
            return FileRefusals.TooLarge.ToResult();
        if (FileKinds.MediaTypeOf(name) is null)
            return FileRefusals.TypeDiffers.ToResult();
        Outcome<CommandContext> context;
        Outcome<UploadedFile> file;
        try
        {
            using var received = await files.Receive(http.Request.Body, FileKinds.FileBytesMax, http.RequestAborted);
            file = Judge(received?.File, name);
            if (!file.IsOk)
                return file.Refusal.ToResult();
            context = await ContextOf(http, caller, file.Value.Hash, commands);
            if (!context.IsOk)
                return context.Refusal.ToResult();
            received!.Keep();
        }
        catch (IOException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return new Refusal(RefusalCode.Unavailable).ToResult();
        }

        var recorded = await Record(context.Value, grains, file.Value);
        return recorded.ToResult();
    }

    /// <summary>
    /// The command that records a file; the file's hash stands for the request's body. To be asked before the file is kept:
    /// refuses CommandIdMissing, and an id that is taken already, under which nothing would be recorded.
    /// </summary>
    internal static async Task<Outcome<CommandContext>> ContextOf(HttpContext http, Caller caller, string hash, ICommandReads commands)
    {
        var context = CommandEdge.ContextOf(http, caller.Actor, Convert.FromHexString(hash));
        if (!context.IsOk || await commands.Find(context.Value.Key, http.RequestAborted) is not { } stored)
            return context;
        if (stored.Receipt is null)
            return RefusalCode.CommandAbandoned;
        return stored.BodyHash.AsSpan().SequenceEqual(context.Value.BodyHash.AsSpan()) ? context : RefusalCode.CommandIdReused;
    }

    /// <summary>Lets the person's commands name a file that is in the store.</summary>
    internal static async Task<Outcome<FileView>> Record(CommandContext context, IGrainFactory grains, UploadedFile file)
    {
        var recorded = await grains.GetGrain<IUploadGrain>(context.Actor.Official.Value).Record(context, file);
        return recorded.IsOk ? new FileView(file.Hash, file.Name, file.SizeBytes, file.MediaType) : recorded.Refusal;
    }

    /// <summary>What came under this name, if it is a file of its kind.</summary>
    private static Outcome<UploadedFile> Judge(StoredFile? came, string name)
    {
        if (came is null)
            return FileRefusals.TooLarge;
        if (came.SizeBytes == 0)
            return new Refusal(RefusalCode.FieldMissing, "file");
        return FileKinds.MediaTypeOf(name, came.Head.AsSpan()) is { } mediaType
            ? new UploadedFile(came.Hash, name, came.SizeBytes, mediaType)
            : FileRefusals.TypeDiffers;
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
