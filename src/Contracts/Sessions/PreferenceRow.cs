using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Sessions;

/// <summary>How a person wants the client to look.</summary>
public sealed record PreferenceRow : IRow
{
    public required OfficialId Official { get; init; }

    /// <summary>system, light or dark.</summary>
    public required string Theme { get; init; }

    /// <summary>normal, compact or roomy.</summary>
    public required string Density { get; init; }

    /// <summary>vi or en.</summary>
    public required string Locale { get; init; }
}
