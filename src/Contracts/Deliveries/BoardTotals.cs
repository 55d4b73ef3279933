namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Deliveries of a document by state, and people reached.</summary>
/// <param name="RecallWaiting">Units that have not answered the recall; 0 while none was asked for.</param>
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
    int Returned,
    int RecallWaiting,
    int RecallAgreed,
    int RecallRefused);
