using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PartyRealtime.Contracts.Files;

namespace PartyRealtime.Storage.Files;

/// <summary>Files on the local disk, in folders by the first two digits of the hash.</summary>
public sealed partial class DiskFileStore : IFileStore
{
    private const int BufferBytes = 81_920;

    private const int RandomChars = 8;

    /// <summary>Nobody is at one file for longer: what lies half done for that time was left by a process that died.</summary>
    private static readonly TimeSpan AtWorkMax = TimeSpan.FromHours(1);

    private readonly string _root;
    private readonly TimeProvider _time;
    private readonly string _incoming;
    private readonly string _leaving;

    /// <summary>Uses (and makes) the folder, which all nodes of a cluster share, and clears it up.</summary>
    public DiskFileStore(string root, TimeProvider time)
    {
        _root = root;
        _time = time;
        _incoming = Path.Combine(root, "incoming");
        Directory.CreateDirectory(_incoming);
        _leaving = Path.Combine(root, "leaving");
        Directory.CreateDirectory(_leaving);
        ClearUp();
    }

    public void ClearUp()
    {
        var before = _time.GetUtcNow() - AtWorkMax;
        // A file that another node has cleared meanwhile counts as very old, and deleting it does nothing.
        foreach (var left in Directory.EnumerateFiles(_incoming).Where(left => !IsFresh(left, before)))
            File.Delete(left);
        foreach (var left in Directory.EnumerateFiles(_leaving).Where(left => TakenAt(left) < before))
            BringBack(left);
    }

    public async Task<ReceivedFile?> Receive(Stream content, long bytesMax, CancellationToken cancellation = default)
    {
        var temporary = Path.Combine(_incoming, Path.GetRandomFileName());
        StoredFile? file = null;
        try
        {
            file = await Write(content, temporary, bytesMax, cancellation);
        }
        finally
        {
            if (file is null)
                File.Delete(temporary);
        }

        return file is null ? null : new ReceivedFile(file, () => Keep(temporary, file.Hash), () => File.Delete(temporary));
    }

    public FileStream? Open(string hash)
    {
        // The hash comes from outside: nothing but a hash may become part of a path.
        if (!HashPattern().IsMatch(hash))
            return null;
        var path = PathOf(hash);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true) : null;
    }

    public bool Remove(string hash, DateTimeOffset putBefore)
    {
        if (!HashPattern().IsMatch(hash))
            return false;
        var path = PathOf(hash);
        if (!File.Exists(path) || IsFresh(path, putBefore))
            return false;
        var leaving = Path.Combine(_leaving, LeavingName(hash, _time.GetUtcNow()));
        try
        {
            File.Move(path, leaving);
        }
        catch (FileNotFoundException)
        {
            // Another node was faster.
            return false;
        }

        // Between the look and the move the same content may have been put anew: what was taken then is that one.
        if (IsFresh(leaving, putBefore))
        {
            File.Move(leaving, path, overwrite: true);
            return false;
        }

        File.Delete(leaving);
        return true;
    }

    /// <summary>The time of the file itself is that of its putting; when it was taken must stand in its name.</summary>
    internal static string LeavingName(string hash, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{hash}.{at.ToUnixTimeMilliseconds()}-{Path.GetRandomFileName()[..RandomChars]}");

    /// <summary>Very old where the name does not say it, as in versions before.</summary>
    private static DateTimeOffset TakenAt(string left) =>
        Path.GetExtension(left).TrimStart('.').Split('-') is [var digits, _] && long.TryParse(digits, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : DateTimeOffset.MinValue;

    private void BringBack(string left)
    {
        var path = PathOf(Path.GetFileNameWithoutExtension(left));
        try
        {
            File.Move(left, path);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            // Another node was faster.
        }
        catch (IOException) when (File.Exists(path))
        {
            // Put anew meanwhile: the same content, and younger.
            File.Delete(left);
        }
    }

    private static bool IsFresh(string path, DateTimeOffset putBefore) => File.GetLastWriteTimeUtc(path) >= putBefore.UtcDateTime;

    private static async Task<StoredFile?> Write(Stream content, string path, long bytesMax, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = ImmutableArray.CreateBuilder<byte>(FileKinds.HeadBytes);
        var buffer = new byte[BufferBytes];
        long size = 0;
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, useAsync: true);
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            size += read;
            if (size > bytesMax)
                return null;
            hash.AppendData(buffer, 0, read);
            head.AddRange(buffer.AsSpan(0, Math.Min(read, FileKinds.HeadBytes - head.Count)));
            await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        file.Flush(flushToDisk: true);
        return new StoredFile(Convert.ToHexStringLower(hash.GetHashAndReset()), size, head.ToImmutable());
    }

    private void Keep(string temporary, string hash)
    {
        var path = PathOf(hash);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            FolderSync.Flush(_root);
        }

        File.Move(temporary, path, overwrite: true);
        FolderSync.Flush(folder);
    }

    private string PathOf(string hash) => Path.Combine(_root, hash[..2], hash);

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.None, 100)]
    private static partial Regex HashPattern();
}
