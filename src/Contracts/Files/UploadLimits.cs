namespace PartyRealtime.Contracts.Files;

/// <summary>How long what was uploaded waits, for a document to name it or for its sender to go on.</summary>
public static class UploadLimits
{
    /// <summary>Later a document can name only the files that it holds already.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromHours(24);

    /// <summary>An upload in parts that nobody went on with for this long is gone; not longer than <see cref="UsableFor"/>.</summary>
    public static readonly TimeSpan ContinuableFor = TimeSpan.FromHours(24);

    /// <summary>Uploads in parts that one person may have begun and not ended: twice what one document holds.</summary>
    public const int UnfinishedMax = 40;
}
