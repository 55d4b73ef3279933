namespace PartyRealtime.FaultTests.Contests;

/// <summary>How a document or a delivery stands, as its row has it.</summary>
internal sealed record StandingLine(Guid Stream, long Position, int State, string? Register, long? Number);
