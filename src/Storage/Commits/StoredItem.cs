namespace PartyRealtime.Storage.Commits;

/// <summary>
/// The columns of an inbox item that its row decides, as they stand after the change, and whether it was overdue before it.
/// </summary>
internal readonly record struct StoredItem(
    long ArrivedAtMs, long ArrivedSeq, string ReadBy, int Urgency, int Secrecy, string? DueOn, bool Overdue, string? Note, bool WasOverdue);
