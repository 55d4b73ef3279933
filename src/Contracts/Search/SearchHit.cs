using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Search;

/// <summary>A document that a search found within the person's scope.</summary>
/// <param name="From">The issuing unit, with its province where it lies in one.</param>
/// <param name="At">When it was issued, or begun.</param>
public sealed record SearchHit(
    DocumentId DocumentId, string? Symbol, string Type, string Abstract, string From, DocumentState State, Urgency Urgency, Secrecy Secrecy, DateTimeOffset At);
