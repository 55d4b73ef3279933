using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Comments on a place in a draft, or suggests other letters for it.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Start">The begin of the place: a relative position as Yjs encodes it.</param>
/// <param name="End">The end of the place.</param>
/// <param name="Quote">What stands there, as it is.</param>
/// <param name="Replacement">
/// What a suggestion puts there; null for a comment. With a line feed at its begin or end, and nothing quoted, paragraphs
/// behind or before the one that the place is in, each in a line.
/// </param>
/// <param name="Text">1 to 1,000 characters in NFC; of a suggestion it may be empty.</param>
/// <param name="Mentions">At most 10 people who may see the draft.</param>
[GenerateSerializer, Immutable, Alias("open-thread")]
public sealed record OpenThread(
    [property: Id(0)] ThreadKind Kind,
    [property: Id(1)] byte[] Start,
    [property: Id(2)] byte[] End,
    [property: Id(3)] string Quote,
    [property: Id(4)] string? Replacement,
    [property: Id(5)] string Text,
    [property: Id(6)] ImmutableArray<OfficialId> Mentions) : DiscussDraft;
