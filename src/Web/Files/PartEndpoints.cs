using System.Globalization;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Files;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;

namespace PartyRealtime.Web.Files;

/// <summary>
/// Uploads that go on where the line broke, over any node: creation, offset, parts and termination as tus 1.0.0 has them, and
/// one step of ours, which makes a file of what has come (docs/decisions/0045). Another person's upload is answered as one that
/// does not exist.
/// </summary>
internal static class PartEndpoints
{
    public static void MapUploadsInParts(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup("/api/uploads").WithTags("Files").AddEndpointFilter(OrUnavailable);
        uploads.MapPost("/{id:guid}/finish", Finish).RequireAct(Act.UploadFile);
        var tus = uploads.MapGroup("").AddEndpointFilter(TusHeaders.RequireVersion);
        tus.MapPost("/", Begin).RequireAct(Act.UploadFile);
        tus.MapMethods("/{id:guid}", [HttpMethods.Get, HttpMethods.Head], Tell).RequireAct(Act.UploadFile);
        tus.MapPatch("/{id:guid}", Receive).WithMetadata(new RequestSize(FileKinds.FileBytesMax + 1024)).RequireAct(Act.UploadFile);
        tus.MapDelete("/{id:guid}", Remove).RequireAct(Act.UploadFile);
    }

    private static IResult Begin(HttpContext http, Caller caller, IUploadParts parts)
    {
        var plan = TusHeaders.PlanOf(http.Request);
        if (!plan.IsOk)
            return plan.Refusal.ToResult();
        if (parts.Begin(caller.Actor.Official, plan.Value) is not { } id)
            return FileRefusals.TooManyUnfinished.ToResult();
        StandsAt(http, parts.Find(caller.Actor.Official, id)?.OffsetBytes ?? 0);
        return Results.Created($"/api/uploads/{id}", null);
    }

    private static IResult Tell(Guid id, HttpContext http, Caller caller, IUploadParts parts)
    {
        if (parts.Find(caller.Actor.Official, id) is not { } upload)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        http.Response.Headers[TusHeaders.Length] = upload.Plan.SizeBytes.ToString(CultureInfo.InvariantCulture);
        return StandsAt(http, upload.OffsetBytes);
    }

    private static async Task<IResult> Receive(Guid id, HttpContext http, Caller caller, IUploadParts parts)
    {
        if (TusHeaders.OffsetOf(http.Request) is not { } offset || http.Request.ContentType != TusHeaders.PartType)
            return new Refusal(RefusalCode.Malformed).ToResult();
        if (parts.Find(caller.Actor.Official, id) is not { } upload)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        if (offset != upload.OffsetBytes)
            return new Refusal(RefusalCode.ChangedMeanwhile).ToResult();
        if (http.Request.ContentLength > upload.Plan.SizeBytes - offset)
            return FileRefusals.TooLarge.ToResult();
        var received = await new PartReceiver(parts, caller.Actor.Official, id, upload.Plan).Receive(http.Request.Body, offset, http.RequestAborted);
        return received.ToResult(end => StandsAt(http, end));
    }

    private static IResult Remove(Guid id, Caller caller, IUploadParts parts) =>
        parts.Remove(caller.Actor.Official, id) ? Results.NoContent() : new Refusal(RefusalCode.NotInScope).ToResult();

    /// <summary>
    /// Makes a file of an upload that is whole, as if it had been sent at once. Asked again, it answers again. What is not the
    /// file that was announced is gone afterwards.
    /// </summary>
    private static async Task<IResult> Finish(
        Guid id, HttpContext http, Caller caller, IUploadParts parts, IFileStore files, ICommandReads commands, IGrainFactory grains)
    {
        var official = caller.Actor.Official;
        if (parts.Find(official, id) is not { } upload)
            return new Refusal(RefusalCode.NotInScope).ToResult();
        var plan = upload.Plan;
        if (upload.OffsetBytes != plan.SizeBytes)
            return new Refusal(RefusalCode.ChangedMeanwhile).ToResult();
        var context = await FileEndpoints.ContextOf(http, caller, plan.Hash, commands);
        if (!context.IsOk)
            return context.Refusal.ToResult();
        // Of a kind it was once already.
        var stored = upload.IsKept ? FileKinds.MediaTypeOf(plan.Name)! : await Store(parts.Open(official, id), plan, files, http.RequestAborted);
        // The same request over another line may have been faster.
        if (!stored.IsOk && stored.Refusal.Code == RefusalCode.NotInScope && parts.Find(official, id) is { IsKept: true })
            stored = FileKinds.MediaTypeOf(plan.Name)!;
        if (!stored.IsOk)
        {
            if (stored.Refusal.Code != RefusalCode.NotInScope)
                parts.Remove(official, id);
            return stored.Refusal.ToResult();
        }

        var recorded = await FileEndpoints.Record(context.Value, grains, new UploadedFile(plan.Hash, plan.Name, plan.SizeBytes, stored.Value));
        if (recorded.IsOk)
            parts.Keep(official, id);
        return recorded.ToResult();
    }

    /// <summary>Puts the bytes into the file store if they are what was announced; the media type.</summary>
    private static async Task<Outcome<string>> Store(FileStream? whole, UploadPlan plan, IFileStore files, CancellationToken cancellation)
    {
        if (whole is null)
            return RefusalCode.NotInScope;
        await using (whole)
        {
            using var received = await files.Receive(whole, FileKinds.FileBytesMax, cancellation);
            if (received?.File.Hash != plan.Hash)
                return new Refusal(RefusalCode.BrokenFile, "upload");
            if (FileKinds.MediaTypeOf(plan.Name, received.File.Head.AsSpan()) is not { } mediaType)
                return FileRefusals.TypeDiffers;
            received.Keep();
            return mediaType;
        }
    }

    /// <summary>The disk is full or away. What was sent before stays, and its sender goes on later.</summary>
    private static async ValueTask<object?> OrUnavailable(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception failure) when (IsOfTheDisk(failure) && !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return new Refusal(RefusalCode.Unavailable).ToResult();
        }
    }

    /// <summary>The request's own line fails as a <see cref="BadHttpRequestException"/>, which is answered elsewhere.</summary>
    private static bool IsOfTheDisk(Exception failure) => failure is UnauthorizedAccessException or (IOException and not BadHttpRequestException);

    private static IResult StandsAt(HttpContext http, long offset)
    {
        http.Response.Headers[TusHeaders.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        return Results.NoContent();
    }
}
