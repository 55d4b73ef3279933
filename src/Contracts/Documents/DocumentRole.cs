namespace PartyRealtime.Contracts.Documents;

/// <summary>What a person is to one document.</summary>
[Flags]
public enum DocumentRole
{
    None = 0,

    /// <summary>Wrote it, or holds the seat it was written from.</summary>
    Author = 1,

    /// <summary>Holds the leader's seat that reviews and signs it.</summary>
    Reviewer = 2,

    /// <summary>A clerk of the issuing body: the only one who numbers, seals and issues.</summary>
    Clerk = 4,
}
