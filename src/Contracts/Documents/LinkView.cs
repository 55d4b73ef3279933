namespace PartyRealtime.Contracts.Documents;

/// <summary>A related document as one person sees it.</summary>
/// <param name="Kind">replacedBy, replaces, correctedBy or corrects: what it is to the document of the page.</param>
/// <param name="At">When they were linked.</param>
/// <param name="Id">Null where the person may not see the related document; then nothing else of it is said either.</param>
public sealed record LinkView(string Kind, DateTimeOffset At, DocumentId? Id, string? Symbol, string? Abstract, DateOnly? DocumentDate);
