using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Documents.Facts;

/// <summary>
/// The document was issued before it was in this system, and was taken over with the book that it stands in: the first fact
/// of its stream. What came before it was not recorded here, so its own day is in the row and not in the fact's time.
/// </summary>
/// <param name="Register">The register's full key.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Issue">To whom it went.</param>
public sealed record DocumentCarriedOver(string Register, long Number, DocumentIssued Issue) : IFact
{
    public static string Kind => "document.carried-over";
}
