namespace PartyRealtime.Word.Writing;

/// <summary>A sheet without its text: the same facts are shown above and below the text on the document's page.</summary>
public sealed record Paper(PaperLayout Layout, PaperHead Head, PaperFoot Foot);
