using System.Collections.Immutable;

namespace PartyRealtime.Web.Papers;

/// <summary>Whom a document went to, as far as it is to be shown.</summary>
/// <param name="First">The first names, each once; all of them where <paramref name="Count"/> is no more.</param>
/// <param name="Count">How many there are in all.</param>
internal readonly record struct RecipientNames(ImmutableArray<string> First, int Count);
