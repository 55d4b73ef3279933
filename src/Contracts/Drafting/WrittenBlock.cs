using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>One paragraph of a draft, and whose letters are in it.</summary>
/// <param name="Id">What Yjs calls the paragraph, as "client:clock"; the same in every copy of the draft.</param>
/// <param name="Shares">Who wrote visible letters of it, the most first; empty for an empty paragraph.</param>
[GenerateSerializer, Immutable, Alias("written-block")]
public sealed record WrittenBlock([property: Id(0)] string Id, [property: Id(1)] ImmutableArray<WrittenShare> Shares);
