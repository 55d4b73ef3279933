using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Commits;

/// <summary>The acknowledgement of a command: what it wrote. The same for every repetition of the command.</summary>
/// <param name="CommandId">The command's id; null for the system's own jobs.</param>
/// <param name="Stream">The main stream; the empty id for a commit without facts.</param>
/// <param name="First">The first position written there; 0 for a commit without facts.</param>
/// <param name="Last">The last position written there; 0 for a commit without facts.</param>
/// <param name="At">When, by the database clock.</param>
/// <param name="Number">The number taken, if any.</param>
/// <param name="Date">The date of the number, in Asia/Ho_Chi_Minh.</param>
/// <param name="Symbol">Number and notation, for outgoing documents.</param>
[GenerateSerializer, Immutable, Alias("receipt")]
public sealed record Receipt(
    [property: Id(0)] CommandId? CommandId,
    [property: Id(1)] StreamId Stream,
    [property: Id(2)] long First,
    [property: Id(3)] long Last,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] long? Number = null,
    [property: Id(6)] DateOnly? Date = null,
    [property: Id(7)] string? Symbol = null);
