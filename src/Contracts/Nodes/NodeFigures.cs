namespace PartyRealtime.Contracts.Nodes;

/// <summary>
/// What a node measures of itself. Nothing here says what a document is about, or who it is from. Times and rates are
/// those of the last minute, within 20 %; null where nothing was measured in it.
/// </summary>
/// <param name="ServesPeople">Whether browsers connect to it.</param>
/// <param name="Decides">Whether grains run on it.</param>
/// <param name="Version">Of the program: major.minor.patch.</param>
/// <param name="Since">When its process began, by its own clock.</param>
/// <param name="Connections">Open live connections.</param>
/// <param name="CpuShare">The process' part of all cores over the last seconds, 0 to 1.</param>
/// <param name="MemoryBytes">The process' working set.</param>
/// <param name="CommitsPerSecond">Commands that this node's writer has written.</param>
/// <param name="BatchSize">Commands in one transaction, on average.</param>
/// <param name="CommitMsP50">A batch, from the first statement to durable: half of them took at most so long.</param>
/// <param name="CommitMsP99">As <paramref name="CommitMsP50"/>, 99 of 100.</param>
/// <param name="QueueLength">Commands waiting for the writer or in flight.</param>
/// <param name="PushLagMsP99">From a commit's end to the queue of the connection that is told.</param>
/// <param name="LostHints">Hints that were lost and found by the poll of heads, in the last minute.</param>
/// <param name="OldestJobSeconds">The age of the oldest open job, as this node saw it last; null where no jobs run.</param>
[GenerateSerializer, Immutable, Alias("node-figures")]
public sealed record NodeFigures(
    [property: Id(0)] bool ServesPeople,
    [property: Id(1)] bool Decides,
    [property: Id(2)] string Version,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] int Connections,
    [property: Id(5)] double CpuShare,
    [property: Id(6)] long MemoryBytes,
    [property: Id(7)] double CommitsPerSecond,
    [property: Id(8)] double? BatchSize,
    [property: Id(9)] double? CommitMsP50,
    [property: Id(10)] double? CommitMsP99,
    [property: Id(11)] int QueueLength,
    [property: Id(12)] double? PushLagMsP99,
    [property: Id(13)] int LostHints,
    [property: Id(14)] double? OldestJobSeconds);
