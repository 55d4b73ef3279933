namespace PartyRealtime.Contracts.Drafting;

/// <summary>Where in its Yjs document a draft's text is.</summary>
public static class DraftRoot
{
    /// <summary>The XML fragment that holds the text: the name that TipTap's collaboration gives it.</summary>
    public const string Name = "default";

    /// <summary>How deep the JSON of a text may be: the limits of updates let it grow to 200 elements, each a list in an object, with a value of 64.</summary>
    public const int JsonDepthMax = 1_000;
}
