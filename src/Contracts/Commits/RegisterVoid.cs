using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Commits;

/// <summary>Marks a taken number as voided, with its reason; it stays visible and is never reused.</summary>
public sealed record RegisterVoid(string Register, long Number, StreamId Stream, DateTimeOffset At, string Reason) : IRow;
