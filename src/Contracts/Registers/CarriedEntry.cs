using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Registers;

/// <summary>A line of a <see cref="CarriedRegister"/>. Written once.</summary>
/// <param name="Register">The register's full key.</param>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="On">The day of the number; days ascend with the numbers.</param>
/// <param name="Stream">The document or delivery that has the number.</param>
/// <param name="At">When it took the number.</param>
public sealed record CarriedEntry(string Register, long Number, DateOnly On, StreamId Stream, DateTimeOffset At) : IRow;
