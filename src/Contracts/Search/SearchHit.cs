using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Search;

/// <summary>A document that a search found within the person's scope.</summary>
/// <param name="From">The issuing unit.</param>
/// <param name="At">When it was issued, or begun.</param>
public sealed record SearchHit(
    DocumentId DocumentId, string? Symbol, string Type, string Abstract, string From, DocumentState State, Urgency Urgency, Secrecy Secrecy, DateTimeOffset At);
