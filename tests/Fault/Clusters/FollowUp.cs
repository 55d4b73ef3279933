namespace PartyRealtime.FaultTests.Clusters;

/// <summary>A read that began after the note was acknowledged.</summary>
/// <param name="Of">The note that was looked for.</param>
/// <param name="There">Whether it was found.</param>
internal sealed record FollowUp(Operation Of, bool There);
