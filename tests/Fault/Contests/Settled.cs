using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.FaultTests.Contests;

/// <summary>What became of a command: acknowledged by a receipt, or refused by a code. An unknown outcome is none.</summary>
/// <param name="Receipt">Null for a refusal.</param>
/// <param name="Refusal">Null for an acknowledgement.</param>
/// <param name="Sends">How often it was sent until its outcome was known.</param>
internal sealed record Settled(Command Command, Receipt? Receipt, string? Refusal, int Sends)
{
    public override string ToString() => $"{Command}: {Receipt?.ToString() ?? Refusal}";
}
