using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Sessions;

/// <summary>An open session with everything that its rights follow from.</summary>
public sealed record SessionRecord
{
    public required OfficialId Official { get; init; }

    public required string SignIn { get; init; }

    public required string Name { get; init; }

    public required Secrecy Clearance { get; init; }

    public required bool Demo { get; init; }

    /// <summary>Grows when rights change.</summary>
    public required long Stamp { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Every seat ever given, with its days.</summary>
    public ImmutableArray<SeatSpan> Seats { get; init; } = [];
}
