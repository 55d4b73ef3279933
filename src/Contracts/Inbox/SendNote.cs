using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>A short note to one person.</summary>
/// <param name="To">The addressee.</param>
/// <param name="Text">1 to 1,000 characters in NFC.</param>
/// <param name="Document">The document it is about, if any.</param>
[GenerateSerializer, Immutable, Alias("send-note")]
public sealed record SendNote(
    [property: Id(0)] OfficialId To,
    [property: Id(1)] string Text,
    [property: Id(2)] DocumentId? Document);
