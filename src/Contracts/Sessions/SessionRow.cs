using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>A signed-in session.</summary>
public sealed record SessionRow : IRow
{
    /// <summary>SHA-256 of the cookie's token.</summary>
    public required byte[] Id { get; init; }

    public required OfficialId Official { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Last use, written at most once an hour.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>At most 200 characters.</summary>
    public required string UserAgent { get; init; }
}
