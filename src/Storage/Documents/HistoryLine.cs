using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Documents;

/// <summary>One fact of a stream as its readers see it.</summary>
public sealed record HistoryLine
{
    public required long Position { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Kind { get; init; }

    public required OfficialId Official { get; init; }

    /// <summary>The person's name; the system's acts have none.</summary>
    public string? Name { get; init; }

    /// <summary>The stored JSON payload.</summary>
    public required string Payload { get; init; }
}
