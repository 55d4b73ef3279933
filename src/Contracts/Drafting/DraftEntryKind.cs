namespace PartyRealtime.Contracts.Drafting;

/// <summary>What stands at a place of a draft's log.</summary>
public enum DraftEntryKind
{
    /// <summary>A person's update.</summary>
    Update = 1,

    /// <summary>The draft was frozen here by the document's own commit; no bytes. Whoever decided an update for this place loses.</summary>
    Close = 2,
}
