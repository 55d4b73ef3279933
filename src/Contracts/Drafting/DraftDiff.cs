namespace PartyRealtime.Contracts.Drafting;

/// <summary>What brings somebody to the present of a draft.</summary>
/// <param name="Update">A Yjs update with all that the other lacks; bytes 00 00 when that is nothing.</param>
/// <param name="StateVector">What the draft itself has.</param>
/// <param name="Seq">The last place of the log that the update contains.</param>
[GenerateSerializer, Immutable, Alias("draft-diff")]
public sealed record DraftDiff([property: Id(0)] byte[] Update, [property: Id(1)] byte[] StateVector, [property: Id(2)] long Seq);
