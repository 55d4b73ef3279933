namespace PartyRealtime.Contracts.Drafting;

/// <summary>What a person may do in a draft; each includes those above it.</summary>
public enum DraftRight
{
    /// <summary>Sees the text and the others.</summary>
    Read = 1,

    /// <summary>Also proposes changes, which those who may write accept or reject.</summary>
    Suggest = 2,

    /// <summary>Changes the text.</summary>
    Write = 3,
}
