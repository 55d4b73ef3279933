namespace PartyRealtime.Contracts.Commits;

/// <summary>The row that a taken number is written to.</summary>
public enum RegisterTarget
{
    Document = 1,
    Delivery = 2,
}
