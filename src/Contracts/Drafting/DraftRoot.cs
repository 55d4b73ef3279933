namespace PartyRealtime.Contracts.Drafting;

/// <summary>Where in its Yjs document a draft's text is.</summary>
public static class DraftRoot
{
    /// <summary>The XML fragment that holds the text: the name that TipTap's collaboration gives it.</summary>
    public const string Name = "default";
}
