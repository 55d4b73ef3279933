namespace PartyRealtime.Contracts.Documents;

/// <summary>Who signed, as what, when.</summary>
public sealed record SignerView(
    string Name,
    string Title,
    string Capacity,
    DateTimeOffset At);
