using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>How much of a paragraph one person wrote.</summary>
/// <param name="Official">The person whose client the letters came from.</param>
/// <param name="Letters">UTF-16 units, white space too.</param>
[GenerateSerializer, Immutable, Alias("written-share")]
public sealed record WrittenShare([property: Id(0)] OfficialId Official, [property: Id(1)] int Letters);
