namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// The recall that a board shows; how many agreed and refused stands in the totals, the others have not answered.
/// </summary>
/// <param name="EndedAt">When the last answer had come in; null while one is missing.</param>
public sealed record BoardRecall(string Reason, DateTimeOffset AskedAt, DateTimeOffset? EndedAt);
