using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Web.Organisation;

/// <summary>The body of a preview: selectors in and out, and the issuing body where it is not the caller's own.</summary>
public sealed record PreviewRequest(string[]? Recipients, string[]? Except, UnitId? Issuer = null);
