namespace PartyRealtime.Storage.Files;

/// <summary>
/// Bytes by their SHA-256, each stored once. What was kept (<see cref="ReceivedFile.Keep"/>) survives a power cut.
/// </summary>
public interface IFileStore
{
    /// <summary>
    /// Takes in a stream of at most <paramref name="bytesMax"/> bytes under a temporary name, synced. Null when the stream is
    /// longer. It is in the store only once whoever has looked at it keeps it: what no row names there is never swept.
    /// </summary>
    /// <exception cref="IOException">The disk is full or away; nothing is left of it.</exception>
    Task<ReceivedFile?> Receive(Stream content, long bytesMax, CancellationToken cancellation = default);

    /// <summary>Opens a stored file for reading; null when there is none of this hash.</summary>
    FileStream? Open(string hash);

    /// <summary>
    /// Removes the content of this hash if it was last kept before the instant; true when it did. What is put at the same
    /// time stays.
    /// </summary>
    bool Remove(string hash, DateTimeOffset putBefore);

    /// <summary>
    /// Deletes what a process left half written an hour ago or earlier, and brings back what one was taking away when it died. What
    /// other nodes are at stays as it is.
    /// </summary>
    void ClearUp();
}
