using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>One fact of the document's stream.</summary>
public sealed record HistoryView(
    long Position,
    DateTimeOffset At,
    PersonRef By,
    string Kind,
    string? Text);
