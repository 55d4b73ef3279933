using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One thing that happened at a receiving unit.</summary>
/// <param name="Kind">opened, registered, assigned, finished, returned, recallAgreed or recallRefused.</param>
public sealed record BoardFeedLine(
    DateTimeOffset At,
    UnitId UnitId,
    string Unit,
    string? Province,
    string Kind,
    long? Number,
    string? Text);
