namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Deliveries of a document by state, and people reached.</summary>
public sealed record BoardTotals(
    int Units,
    int People,
    int Opened,
    int Sent,
    int Arrived,
    int Registered,
    int Assigned,
    int InProgress,
    int Finished,
    int Returned);
