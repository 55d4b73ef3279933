namespace PartyRealtime.Contracts.Documents;

/// <summary>A file of a document.</summary>
/// <param name="Size">Bytes.</param>
public sealed record FileView(
    string Hash,
    string Name,
    long Size,
    string MediaType);
