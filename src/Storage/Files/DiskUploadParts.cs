using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Files;

/// <summary>
/// Parts on the disk: a folder a person, in it the bytes of each upload under its id, and beside them its plan. A plan has its
/// ending <c>plan</c> while bytes may come, and <c>kept</c> once they are in the file store. It is made after the file of the
/// bytes and goes before it, so that whatever a process leaves behind when it dies is either an upload or nothing.
/// </summary>
/// <remarks>
/// The folder is shared by all nodes. The length of the bytes is the offset: no node remembers it. Who writes holds the file's
/// lock (flock(2)) from the look at the length until the bytes are synced, and the lock ends with the process that has it.
/// </remarks>
public sealed class DiskUploadParts : IUploadParts
{
    private const string Planned = ".plan";

    private const string Kept = ".kept";

    /// <summary>A sweep may take an empty folder away between its making and the first file in it, and hardly twice.</summary>
    private const int TriesMax = 3;

    private const int GuidBytes = 16;

    /// <summary>EWOULDBLOCK: what flock(2) says of a file that somebody else holds.</summary>
    private const int WouldBlock = 11;

    private readonly string _root;
    private readonly TimeProvider _time;

    /// <summary>Uses (and makes) a folder below that of the files, among what is on its way and belongs to no backup.</summary>
    public DiskUploadParts(string filesRoot, TimeProvider time)
    {
        _root = Path.Combine(filesRoot, "incoming", "parts");
        _time = time;
        Directory.CreateDirectory(_root);
    }

    public Guid? Begin(OfficialId official, UploadPlan plan)
    {
        var (folder, upload) = (FolderOf(official), IdOf(official, plan));
        if (Find(official, upload) is not null)
            return upload;
        if (Directory.Exists(folder) && Unfinished(folder) >= UploadLimits.UnfinishedMax)
            return null;
        for (var tries = 1; ; tries++)
        {
            try
            {
                Make(folder, PathOf(official, upload), plan);
                return upload;
            }
            catch (DirectoryNotFoundException) when (tries < TriesMax)
            {
                // Swept meanwhile.
            }
        }
    }

    public PartialUpload? Find(OfficialId official, Guid upload)
    {
        var path = PathOf(official, upload);
        if (ReadPlan(path + Planned) is { } plan && Length(path) is { } length)
            return new PartialUpload(plan, length, IsKept: false);
        // Looked for last: a plan becomes one that is kept, and never the other way.
        return ReadPlan(path + Kept) is { } kept && IsContinuable(path + Kept) ? new PartialUpload(kept, kept.SizeBytes, IsKept: true) : null;
    }

    public async Task<Appended> Append(OfficialId official, Guid upload, long offsetBytes, ReadOnlyMemory<byte> bytes)
    {
        var path = PathOf(official, upload);
        FileStream file;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return Appended.Missing;
        }
        catch (IOException held) when (held.HResult == WouldBlock)
        {
            return Appended.Elsewhere;
        }

        await using (file)
        {
            if (file.Length != offsetBytes)
                return Appended.Elsewhere;
            file.Position = offsetBytes;
            // Not to be cancelled: half of the bytes would be kept, and nobody told.
            await file.WriteAsync(bytes, CancellationToken.None);
            file.Flush(flushToDisk: true);
        }

        // Removed between opening and locking: what was written is nowhere.
        return File.Exists(path) ? Appended.Durable : Appended.Missing;
    }

    public FileStream? Open(OfficialId official, Guid upload)
    {
        try
        {
            return new FileStream(PathOf(official, upload), FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Keep(OfficialId official, Guid upload)
    {
        var path = PathOf(official, upload);
        try
        {
            File.SetLastWriteTimeUtc(path + Planned, _time.GetUtcNow().UtcDateTime);
            File.Move(path + Planned, path + Kept, overwrite: true);
            FolderSync.Flush(FolderOf(official));
            File.Delete(path);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // The same request on another node was faster, or its sender gave it up.
        }
    }

    public bool Remove(OfficialId official, Guid upload)
    {
        var folder = FolderOf(official);
        var path = PathOf(official, upload);
        if (!File.Exists(path + Planned) && !File.Exists(path + Kept))
            return false;
        Delete(path);
        FolderSync.Flush(folder);
        return true;
    }

    public int Sweep()
    {
        var swept = 0;
        foreach (var folder in Directory.EnumerateDirectories(_root))
        {
            try
            {
                swept += Sweep(folder);
                if (!Directory.EnumerateFileSystemEntries(folder).Any())
                    Directory.Delete(folder);
            }
            catch (Exception left) when (left is IOException or UnauthorizedAccessException)
            {
                // Another node was faster, one was begun meanwhile, or the folder cannot be read: the others are swept all the same.
            }
        }

        return swept;
    }

    private int Sweep(string folder)
    {
        var swept = 0;
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => !IsContinuable(path)).Select(Bare).Distinct(StringComparer.Ordinal))
        {
            // Of a plan it is the bytes that say when somebody last went on.
            if (IsContinuable(path) || IsContinuable(path + Kept))
                continue;
            if (File.Exists(path + Planned) || File.Exists(path + Kept))
                swept++;
            Delete(path);
        }

        return swept;
    }

    /// <summary>Of one person the same file under the same name is the same upload, wherever it is begun again.</summary>
    private static Guid IdOf(OfficialId official, UploadPlan plan) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{official}\n{plan.SizeBytes}\n{plan.Hash}\n{plan.Name}")).AsSpan(0, GuidBytes));

    private int Unfinished(string folder) =>
        Directory.EnumerateFiles(folder, "*" + Planned).Count(plan => IsContinuable(Bare(plan)));

    private static void Make(string folder, string path, UploadPlan plan)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderSync.Flush(Path.GetDirectoryName(folder)!);
        }

        // Of one that nobody went on with.
        Delete(path);
        using (File.Create(path))
        {
            // Its length is the offset.
        }

        using (var written = File.Create(path + ".new"))
        {
            JsonSerializer.Serialize(written, plan);
            written.Flush(flushToDisk: true);
        }

        File.Move(path + ".new", path + Planned);
        FolderSync.Flush(folder);
    }

    /// <summary>The plan before the bytes: without it they are no upload.</summary>
    private static void Delete(string path)
    {
        foreach (var ending in new[] { Planned, Kept, ".new", "" })
            File.Delete(path + ending);
    }

    private static UploadPlan? ReadPlan(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<UploadPlan>(File.ReadAllBytes(path));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>How many bytes are durable: their writer may have died between writing and syncing them.</summary>
    private long? Length(string path)
    {
        if (!IsContinuable(path))
            return null;
        try
        {
            var length = new FileInfo(path).Length;
            FolderSync.Flush(path);
            return length;
        }
        catch (IOException) when (!File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>The path of the bytes, of whichever of its files.</summary>
    private static string Bare(string path) => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path));

    /// <summary>A file that is not there counts as very old.</summary>
    private bool IsContinuable(string path) =>
        File.GetLastWriteTimeUtc(path) >= (_time.GetUtcNow() - UploadLimits.ContinuableFor).UtcDateTime;

    private string FolderOf(OfficialId official) => Path.Combine(_root, official.ToString());

    private string PathOf(OfficialId official, Guid upload) => Path.Combine(FolderOf(official), upload.ToString("N"));
}
