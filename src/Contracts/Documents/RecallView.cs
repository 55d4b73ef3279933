namespace PartyRealtime.Contracts.Documents;

/// <summary>A recall as its issuing body sees it.</summary>
/// <param name="Reason">What every recipient was told.</param>
/// <param name="AskedAt">When the issuing body asked.</param>
/// <param name="EndedAt">When the last answer had come in; null while one is missing.</param>
/// <param name="Agreed">Units that have cancelled their copy.</param>
/// <param name="Waiting">Units that have not answered; those that the request has still to reach are among them.</param>
/// <param name="Refused">Units that keep their copy, with a reason.</param>
public sealed record RecallView(
    string Reason, DateTimeOffset AskedAt, DateTimeOffset? EndedAt, int Agreed, int Waiting, int Refused);
