namespace PartyRealtime.Web.Documents;

/// <summary>A type of document in the compose form.</summary>
/// <param name="Row">The row of the authority table, named when the type is not allowed.</param>
public sealed record DocumentTypeView(string Code, string Name, string NameEn, bool Allowed, int Row);
