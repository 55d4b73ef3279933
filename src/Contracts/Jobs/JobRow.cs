using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Jobs;

/// <summary>A job as it stands. Its stream's position is the fence: a chunk commits only on the position it was read at.</summary>
public sealed record JobRow : IRow
{
    public required JobId Id { get; init; }

    public required string Kind { get; init; }

    public required Guid Subject { get; init; }

    public required long Position { get; init; }

    /// <summary>Items done, from 0 to Total.</summary>
    public required long Cursor { get; init; }

    public required long Total { get; init; }

    /// <summary>JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
