namespace PartyRealtime.Contracts.Commits;

/// <summary>A typed fact: a record in the past tense with a stable kind.</summary>
public interface IFact
{
    /// <summary>The stable name, such as <c>document.issued</c>; never reused for another shape.</summary>
    static abstract string Kind { get; }
}
