using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Nodes;

/// <summary>What of <see cref="NodeFigures"/> comes from the meters; its words and units are those there.</summary>
internal sealed record MeterFigures(
    int Connections,
    double CommitsPerSecond,
    double? BatchSize,
    double? CommitMsP50,
    double? CommitMsP99,
    int QueueLength,
    double? PushLagMsP99,
    int LostHints,
    double? OldestJobSeconds);
