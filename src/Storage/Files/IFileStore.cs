namespace PartyRealtime.Storage.Files;

/// <summary>
/// Bytes by their SHA-256, each stored once. What <see cref="Put"/> answered for survives a power cut.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Stores a stream of at most <paramref name="bytesMax"/> bytes: temporary name, fsync, rename, fsync of the
    /// folder. Null when the stream is longer; nothing is kept then. The same content again is stored once.
    /// </summary>
    /// <exception cref="IOException">The disk is full or away; nothing is kept.</exception>
    Task<StoredFile?> Put(Stream content, long bytesMax, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading; null when there is none of this hash.</summary>
    FileStream? Open(string hash);

    /// <summary>
    /// Removes the content of this hash if it was last put before the instant; true when it did. What is put at the same
    /// time stays.
    /// </summary>
    bool Remove(string hash, DateTimeOffset putBefore);

    /// <summary>
    /// Deletes what a process left half written an hour ago or earlier, and brings back what one was taking away when it died. What
    /// other nodes are at stays as it is.
    /// </summary>
    void ClearUp();
}
