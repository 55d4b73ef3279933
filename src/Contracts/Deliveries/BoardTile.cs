namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One province (or the centre) of the board.</summary>
/// <param name="Version">The sum of its deliveries' positions: grows with every act on any of them.</param>
/// <param name="Opened">Units where somebody has opened it, whatever they are at now.</param>
public sealed record BoardTile(
    string Code,
    string Name,
    long Version,
    int Units,
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
