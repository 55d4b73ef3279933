using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>What is to be done about an update.</summary>
/// <param name="Answer">The answer once the rows, and all before them, are durable.</param>
/// <param name="Seq">The place of the log that it took; 0 where there is nothing to write.</param>
/// <param name="Rows">What is to be written; its entry first.</param>
internal readonly record struct DraftTake(DraftAnswer Answer, long Seq, ImmutableArray<IRow> Rows)
{
    /// <summary>Nothing is written for it.</summary>
    public static DraftTake Only(DraftAnswer answer) => new(answer, 0, []);
}
