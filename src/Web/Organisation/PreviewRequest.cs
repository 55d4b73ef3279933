using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Organisation;

/// <summary>The body of a preview: selectors in and out, and the issuing body where it is not the caller's own.</summary>
/// <param name="Names">Whether the answer names the units as well: asked for by who looks at the list, not at every choice.</param>
public sealed record PreviewRequest(string[]? Recipients, string[]? Except, UnitId? Issuer = null, bool Names = false);
