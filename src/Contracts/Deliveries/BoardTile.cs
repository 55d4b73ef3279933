namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One province (or the centre) of the board.</summary>
public sealed record BoardTile(
    string Code,
    string Name,
    int Units,
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
