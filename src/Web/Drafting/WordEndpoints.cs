using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Policy;
using PartyRealtime.Web.Refusals;
using PartyRealtime.Web.Requests;
using PartyRealtime.Word.Reading;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// A Word file in, a text out. The server writes nothing: the client puts the text into its draft as the person's own
/// edit, under the right that the person has there.
/// </summary>
internal static class WordEndpoints
{
    private const int MemoryBytesMax = 1024 * 1024;

    public static void Map(RouteGroupBuilder drafting) =>
        // One byte more than the limit is read, so that a file over it is told apart from one at it.
        drafting.MapPost("/import", Import).WithMetadata(new RequestSize(WordLimits.FileBytesMax + 1024)).RequireAct(Act.ReadWordFile);

    private static async Task<IResult> Import(HttpContext http, Caller caller, WordGate gate)
    {
        if (http.Request.ContentLength > WordLimits.FileBytesMax)
            return TooLarge();
        // The body is here whole before it takes a place: whoever sends slowly keeps nobody waiting.
        await using var file = new FileBufferingReadStream(http.Request.Body, MemoryBytesMax);
        await file.DrainAsync(http.RequestAborted);
        if (file.Length > WordLimits.FileBytesMax)
            return TooLarge();
        if (file.Length == 0)
            return new Refusal(RefusalCode.FieldMissing, "file").ToResult();
        file.Position = 0;
        return (await gate.Read(caller.Actor.Official, file, http.RequestAborted)).ToResult();
    }

    private static IResult TooLarge() =>
        new Refusal(RefusalCode.FileTooLarge, "file", ImmutableDictionary<string, string>.Empty.Add("maxMb", "20")).ToResult();
}
