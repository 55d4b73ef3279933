using System.Collections.Immutable;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>Who wrote a text, paragraph by paragraph.</summary>
/// <param name="People">Everybody whose letters are in it, who wrote most first.</param>
/// <param name="Blocks">The paragraphs in the order of the page, those in lists and tables too.</param>
public sealed record AuthorsView(ImmutableArray<OfficialLine> People, ImmutableArray<WrittenBlock> Blocks);
