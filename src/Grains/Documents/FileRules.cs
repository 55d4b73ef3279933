using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Fields;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Grains.Documents;

/// <summary>
/// Which files a draft may name: the author's own uploads and what the document holds already. A known hash of
/// somebody else's file and an unknown hash get the same answer.
/// </summary>
internal static class FileRules
{
    public static Outcome<ImmutableArray<DocumentFileRow>> Resolve(
        ImmutableArray<DraftFile> named, ImmutableArray<DocumentFileRow> held, ImmutableArray<UploadRow> uploads, Guid document)
    {
        var rows = ImmutableArray.CreateBuilder<DocumentFileRow>(named.Length);
        foreach (var file in named)
        {
            if (FieldRules.Text("files", file.Name, NameCharsMax) is { } refusal)
                return refusal;
            var row = FromHeld(file, held) ?? FromUpload(file, uploads, document);
            if (row is null)
                return new Refusal(RefusalCode.UnknownFile, "files");
            rows.Add(row);
        }

        return rows.DrainToImmutable();
    }

    private const int NameCharsMax = 200;

    private static DocumentFileRow? FromHeld(DraftFile file, ImmutableArray<DocumentFileRow> held) =>
        held.FirstOrDefault(row => row.Hash == file.Hash) is { } row ? row with { Name = file.Name } : null;

    private static DocumentFileRow? FromUpload(DraftFile file, ImmutableArray<UploadRow> uploads, Guid document) =>
        uploads.FirstOrDefault(upload => upload.Hash == file.Hash) is not { } upload
            ? null
            : new DocumentFileRow
            {
                Document = new DocumentId(document),
                Version = 0,
                Ordinal = 0,
                Hash = upload.Hash,
                Name = file.Name,
                SizeBytes = upload.SizeBytes,
                MediaType = upload.MediaType,
            };
}
