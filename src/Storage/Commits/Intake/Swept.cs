using System.Collections.Immutable;

namespace PartyRealtime.Storage.Commits.Intake;

/// <summary>What one sweep removed.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Hashes">The contents that removed uploads named.</param>
internal sealed record Swept(int Rows, ImmutableArray<string> Hashes)
{
    /// <summary>Nothing, or not known.</summary>
    public static Swept None { get; } = new(0, []);
}
