using System.Collections.Immutable;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Contracts.Commits;

/// <summary>Facts to append to one stream.</summary>
/// <param name="Stream">The stream; its head row is made by its first append.</param>
/// <param name="Expected">The head the decision was made on; 0 for a stream that does not exist yet.</param>
/// <param name="Facts">At least one; they take the positions Expected+1, Expected+2, …</param>
public sealed record StreamAppend(StreamId Stream, long Expected, ImmutableArray<Fact> Facts);
