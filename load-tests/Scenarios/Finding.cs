namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>A rule of a scenario and what was measured against it.</summary>
/// <param name="Rule">In words.</param>
/// <param name="Measured">With its unit.</param>
/// <param name="Holds">Whether the run passes by it.</param>
public sealed record Finding(string Rule, string Measured, bool Holds);
