using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Files;

/// <summary>A person's upload: what a command of that person may name. Swept after 24 hours when nothing names it.</summary>
public sealed record UploadRow : IRow
{
    public required OfficialId Official { get; init; }

    /// <summary>SHA-256, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public required long SizeBytes { get; init; }

    public required string MediaType { get; init; }

    public required DateTimeOffset At { get; init; }
}
