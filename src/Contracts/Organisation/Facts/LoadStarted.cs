using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>Units and officials begin to be loaded in bulk.</summary>
/// <param name="Load">Seed or import.</param>
/// <param name="Fingerprint">Tells one content from another: an interrupted load goes on only with its own.</param>
public sealed record LoadStarted(string Load, string Fingerprint) : IFact
{
    public static string Kind => "organisation.loadStarted";
}
