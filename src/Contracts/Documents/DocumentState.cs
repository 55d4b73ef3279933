namespace PartyRealtime.Contracts.Documents;

/// <summary>The states of an outgoing document (DOMAIN §8).</summary>
public enum DocumentState
{
    Drafting = 1,
    InReview = 2,
    AwaitingSignature = 3,
    Signed = 4,
    Numbered = 5,
    Sealed = 6,
    Issued = 7,
    Recalling = 8,
    Recalled = 9,
    Replaced = 10,
    Filed = 11,
}
