using System.Globalization;
using System.Text;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Refusals;
using PartyRealtime.Storage.Files;
using PartyRealtime.Web.Refusals;

namespace PartyRealtime.Web.Files;

/// <summary>The headers of the tus resumable upload protocol, version 1.0.0 (tus.io), as far as they are spoken here.</summary>
internal static class TusHeaders
{
    public const string Length = "Upload-Length";

    public const string Offset = "Upload-Offset";

    public const string PartType = "application/offset+octet-stream";

    private const string Resumable = "Tus-Resumable";

    private const string Version = "1.0.0";

    private const string Metadata = "Upload-Metadata";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every answer names the version, and a request that names none or another one is not read.</summary>
    public static ValueTask<object?> RequireVersion(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers[Resumable] = Version;
        // How far an upload is changes behind every copy of the answer.
        http.Response.Headers.CacheControl = "no-store";
        return http.Request.Headers[Resumable] == Version
            ? next(context)
            : ValueTask.FromResult<object?>(new Refusal(RefusalCode.Malformed, Resumable).ToResult());
    }

    /// <summary>The offset at which the request's part begins; null when it does not say so.</summary>
    public static long? OffsetOf(HttpRequest request) => Number(request, Offset);

    /// <summary>
    /// What the upload is to become: length and name as for a whole file, and the SHA-256 that its sender expects. Refuses
    /// FieldInvalid, FieldMissing, FileTooLarge, FileTypeDiffers.
    /// </summary>
    public static Outcome<UploadPlan> PlanOf(HttpRequest request)
    {
        var metadata = MetadataOf(request);
        if (metadata.GetValueOrDefault("filename") is not { } said || FileName.Of(said) is not { } name)
            return new Refusal(RefusalCode.FieldInvalid, "name");
        if (metadata.GetValueOrDefault("sha256") is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigitLower))
            return new Refusal(RefusalCode.FieldInvalid, "sha256");
        if (Number(request, Length) is not { } size)
            return new Refusal(RefusalCode.FieldInvalid, "size");
        if (size == 0)
            return new Refusal(RefusalCode.FieldMissing, "file");
        if (size > FileKinds.FileBytesMax)
            return FileRefusals.TooLarge;
        return FileKinds.MediaTypeOf(name) is null ? FileRefusals.TypeDiffers : new UploadPlan(name, size, hash);
    }

    /// <summary>Pairs with commas between them: a key, and after a space its value in base64. What is none is left out.</summary>
    private static Dictionary<string, string> MetadataOf(HttpRequest request)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in request.Headers[Metadata].ToString().Split(',', StringSplitOptions.TrimEntries))
        {
            if (pair.Split(' ') is [var key, var value] && Text(value) is { } text)
                pairs[key] = text;
        }

        return pairs;
    }

    private static string? Text(string base64)
    {
        try
        {
            return Utf8.GetString(Convert.FromBase64String(base64));
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static long? Number(HttpRequest request, string header) =>
        long.TryParse(request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
