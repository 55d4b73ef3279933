using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Files;

/// <summary>
/// The kinds of files that offices exchange, each with its ending, media type and the bytes it must begin with. A file
/// is what its first bytes say; name and content must agree.
/// </summary>
public static class FileKinds
{
    /// <summary>The largest file that is taken.</summary>
    public const long FileBytesMax = 20 * 1024 * 1024;

    /// <summary>So many first bytes are enough to tell a kind by.</summary>
    public const int HeadBytes = 512;

    private static readonly ImmutableArray<byte> Zip = [0x50, 0x4B, 0x03, 0x04];

    private static readonly ImmutableArray<byte> Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly FrozenDictionary<string, (string MediaType, ImmutableArray<byte> Begins)> ByEnding =
        new Dictionary<string, (string, ImmutableArray<byte>)>(StringComparer.OrdinalIgnoreCase)
        {
            [".pdf"] = ("application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2D]),
            [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Zip),
            [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Zip),
            [".pptx"] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Zip),
            [".odt"] = ("application/vnd.oasis.opendocument.text", Zip),
            [".zip"] = ("application/zip", Zip),
            [".doc"] = ("application/msword", Compound),
            [".xls"] = ("application/vnd.ms-excel", Compound),
            [".png"] = ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            [".jpg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
            [".jpeg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
            [".txt"] = ("text/plain; charset=utf-8", []),
            [".csv"] = ("text/csv; charset=utf-8", []),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The endings that are taken, for the sentence that refuses another one.</summary>
    public static string Endings { get; } = string.Join(' ', ByEnding.Keys.Order(StringComparer.Ordinal));

    /// <summary>The media type that a file of this name has if its bytes agree; null when no file of its ending is taken.</summary>
    public static string? MediaTypeOf(string name) => ByEnding.TryGetValue(Path.GetExtension(name), out var kind) ? kind.MediaType : null;

    /// <summary>The media type of a file with this name that begins with these bytes; null when they do not agree.</summary>
    public static string? MediaTypeOf(string name, ReadOnlySpan<byte> head)
    {
        if (!ByEnding.TryGetValue(Path.GetExtension(name), out var kind))
            return null;
        var agrees = kind.Begins.IsEmpty ? !head.Contains((byte)0) : head.StartsWith(kind.Begins.AsSpan());
        return agrees ? kind.MediaType : null;
    }
}
