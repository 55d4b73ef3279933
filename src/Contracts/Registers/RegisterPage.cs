using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Registers;

/// <summary>A part of a register with its whole length, from one snapshot; newest number first.</summary>
public sealed record RegisterPage(int Total, ImmutableArray<RegisterLine> Rows);
