using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

/// <param name="Name">What the version is called.</param>
/// <param name="Seq">The last place of the draft's log that it contains.</param>
/// <param name="Hash">SHA-256 of its content, lower-case hex.</param>
public sealed record VersionNamed(string Name, long Seq, string Hash) : IFact
{
    public static string Kind => "document.version-named";
}
