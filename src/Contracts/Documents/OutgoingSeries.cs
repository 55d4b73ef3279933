namespace PartyRealtime.Contracts.Documents;

/// <summary>Where an outgoing document takes its number.</summary>
/// <param name="Series">The register without its period.</param>
/// <param name="Term">The period where it is a term; null for the calendar year.</param>
/// <param name="SymbolSuffix">What follows the number: <c>-CT/TW</c>, <c>/QĐ-UBND</c>.</param>
public sealed record OutgoingSeries(string Series, string? Term, string SymbolSuffix);
