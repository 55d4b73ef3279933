using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents.Facts;

/// <param name="To">The leader's seat that reviews it.</param>
/// <param name="Round">The review round.</param>
/// <param name="BodyHash">Of the body that the draft was frozen into; null for a document that was not written together.</param>
public sealed record DocumentSubmitted(SeatId To, int Round, string? BodyHash = null) : IFact
{
    public static string Kind => "document.submitted";
}
