namespace PartyRealtime.FaultTests.Contests;

/// <summary>One number of a register, given out to the thing whose stream it names.</summary>
internal sealed record RegisterLine(string Register, long Number, Guid Stream, bool Voided);
