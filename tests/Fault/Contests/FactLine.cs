namespace PartyRealtime.FaultTests.Contests;

/// <summary>One stored fact, as the table has it.</summary>
internal sealed record FactLine(Guid Stream, long Position, string Kind, Guid? Command, string? Register, long? Number, string Payload);
