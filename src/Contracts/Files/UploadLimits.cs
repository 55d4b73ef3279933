namespace PartyRealtime.Contracts.Files;

/// <summary>How long what was uploaded waits for a document to name it.</summary>
public static class UploadLimits
{
    /// <summary>Later a document can name only the files that it holds already.</summary>
    public static readonly TimeSpan UsableFor = TimeSpan.FromHours(24);
}
