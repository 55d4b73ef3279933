namespace PartyRealtime.Web.Organisation;

/// <summary>The body of a preview: selectors in and out.</summary>
public sealed record PreviewRequest(string[]? Recipients, string[]? Except);
