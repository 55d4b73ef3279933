namespace PartyRealtime.Contracts.Drafting;

/// <summary>What a thread is.</summary>
public enum ThreadKind
{
    /// <summary>A remark about a place in the text.</summary>
    Comment = 1,

    /// <summary>Other letters for a place in the text, which those who may write accept or reject.</summary>
    Suggestion = 2,
}
