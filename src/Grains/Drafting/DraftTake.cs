using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Grains.Drafting;

/// <summary>What is to be done about an update.</summary>
/// <param name="Answer">The answer once the rows, and all before them, are durable.</param>
/// <param name="Seq">The place of the log that it took; 0 where there is nothing to write.</param>
/// <param name="Rows">What is to be written; its entry first.</param>
/// <param name="Told">What is passed on once they are; null where there is nothing to write.</param>
/// <param name="Declined">Why it was not taken, in a word for operators; null when it was, or when there was nothing in it.</param>
internal readonly record struct DraftTake(DraftAnswer Answer, long Seq, ImmutableArray<IRow> Rows, DraftUpdate? Told = null, string? Declined = null)
{
    /// <summary>Nothing is written for it: the draft has it all.</summary>
    public static readonly DraftTake Known = new(DraftAnswer.Saved, 0, []);

    /// <summary>It is not taken.</summary>
    public static DraftTake Not(DraftAnswer answer, string why) => new(answer, 0, [], Declined: why);
}
