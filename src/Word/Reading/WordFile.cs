using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Word.Reading;

/// <summary>
/// The parts of a Word file that hold text. Sizes that the file states are not believed: a part is unpacked up to its
/// bound and not a byte beyond it, and parts that are not needed are not unpacked.
/// </summary>
internal sealed record WordFile(byte[] Text, XElement? Styles, XElement? Numbering, XElement? Footnotes, XElement? Endnotes)
{
    private const string TextPart = "word/document.xml";
    private const string Relations = "_rels/.rels";

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    /// <summary>The container of Word files up to 2003, and of encrypted ones.</summary>
    private static ReadOnlySpan<byte> Compound => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>
    /// Refuses FileTypeDiffers (no Word file), OldWordFile, EncryptedFile, BrokenFile, and ContentTooLarge for one that
    /// unpacks to more than the limits.
    /// </summary>
    /// <exception cref="InvalidDataException">The archive is broken.</exception>
    /// <exception cref="XmlException">A part is broken.</exception>
    public static Outcome<WordFile> Open(Stream file)
    {
        var head = new byte[8];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (head.AsSpan(0, read).SequenceEqual(Compound))
            return IsEncrypted(file) ? RefusalCode.EncryptedFile : RefusalCode.OldWordFile;
        if (!head.AsSpan(0, read).StartsWith(Zip))
            return NoWordFile();
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > WordLimits.EntriesMax)
            return RefusalCode.ContentTooLarge;
        return Parts(archive);
    }

    private static Outcome<WordFile> Parts(ZipArchive archive)
    {
        var main = MainPart(archive);
        if (archive.GetEntry(main) is not { } entry)
            return NoWordFile();
        if (Unpacked(entry, WordLimits.TextBytesMax) is not { } text)
            return RefusalCode.ContentTooLarge;
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var others = new XElement?[4];
        foreach (var (at, name) in (ReadOnlySpan<(int, string)>)[(0, "styles"), (1, "numbering"), (2, "footnotes"), (3, "endnotes")])
        {
            if (archive.GetEntry($"{folder}{name}.xml") is not { } part)
                continue;
            if (Unpacked(part, WordLimits.PartBytesMax) is not { } bytes)
                return RefusalCode.ContentTooLarge;
            others[at] = WordXml.Parse(bytes);
        }

        return new WordFile(text, others[0], others[1], others[2], others[3]);
    }

    /// <summary>Where the file says that its text is; most have it at one place.</summary>
    private static string MainPart(ZipArchive archive)
    {
        if (archive.GetEntry(Relations) is not { } entry || Unpacked(entry, WordLimits.PartBytesMax) is not { } relations)
            return TextPart;
        return WordXml.Parse(relations).Elements()
            .Where(relation => relation.Said("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            .Select(relation => relation.Said("Target")?.TrimStart('/'))
            .FirstOrDefault() ?? TextPart;
    }

    /// <summary>Null when it is larger than that.</summary>
    private static byte[]? Unpacked(ZipArchiveEntry entry, int bytesMax)
    {
        using var packed = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = packed.Read(buffer)) > 0)
        {
            if (unpacked.Length + read > bytesMax)
                return null;
            unpacked.Write(buffer, 0, read);
        }

        return unpacked.ToArray();
    }

    /// <summary>An encrypted file is a compound file with a stream of this name; names in it are UTF-16.</summary>
    private static bool IsEncrypted(Stream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0;
    }

    private static Refusal NoWordFile() => new(
        RefusalCode.FileTypeDiffers, "file", ImmutableDictionary<string, string>.Empty.Add("endings", "docx"));
}
