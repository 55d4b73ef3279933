using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Registers;

/// <summary>
/// A register that was filled elsewhere and is taken over whole, with its lines (<see cref="CarriedEntry"/>) in the same
/// commit. Written once: a register that gives out numbers here already refuses the commit.
/// </summary>
/// <param name="Register">The register's full key: its series and its period.</param>
/// <param name="Next">The number that it gives out next: one more than it has lines.</param>
/// <param name="LastOn">The day of its last number.</param>
public sealed record CarriedRegister(string Register, long Next, DateOnly LastOn) : IRow;
