namespace PartyRealtime.LoadTests.Engine;

/// <summary>A stretch of arrivals at one rate.</summary>
/// <param name="PerSecond">Arrivals a second.</param>
/// <param name="Duration">How long they come.</param>
/// <param name="FirstNumber">The number of its first arrival; numbers rise over all steps of a run.</param>
/// <param name="IsMeasured">False for the warm-up.</param>
public sealed record Step(double PerSecond, TimeSpan Duration, long FirstNumber = 0, bool IsMeasured = true);
