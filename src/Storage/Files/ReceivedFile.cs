namespace PartyRealtime.Storage.Files;

/// <summary>
/// Bytes that have come and are not in the store yet. Unless they are kept they are gone when this is disposed; a file of the
/// same content that was kept before stays.
/// </summary>
public sealed class ReceivedFile(StoredFile file, Action keep, Action discard) : IDisposable
{
    /// <summary>What came.</summary>
    public StoredFile File => file;

    /// <summary>Puts them into the store: rename, fsync of the folder. The same content again is stored once.</summary>
    /// <exception cref="IOException">The disk is away.</exception>
    public void Keep() => keep();

    public void Dispose() => discard();
}
