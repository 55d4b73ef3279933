namespace PartyRealtime.Contracts.Commits;

/// <summary>One thing that happened, in the past tense. Fact and audit share one row.</summary>
/// <param name="Kind">The stable name, such as <c>document.issued</c>; never a CLR type name.</param>
/// <param name="Payload">JSON without secrets; allocated numbers are columns of the row, outside the payload.</param>
public sealed record Fact(string Kind, string Payload);
