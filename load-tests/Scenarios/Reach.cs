namespace PartyRealtime.LoadTests.Scenarios;

/// <summary>What this program needs of the preview of a recipient set.</summary>
public sealed record Reach(int Units);
