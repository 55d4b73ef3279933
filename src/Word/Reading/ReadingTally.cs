using System.Collections.Immutable;

namespace PartyRealtime.Word.Reading;

/// <summary>What one file has come to so far, and whether that is more than the limits.</summary>
internal sealed class ReadingTally
{
    private readonly SortedDictionary<LeftOutKind, int> leftOut = [];
    private int letters;
    private int blocks;
    private int lettersBefore;

    public bool IsTooLarge { get; private set; }

    public ImmutableArray<LeftOut> LeftOut => [.. leftOut.Select(one => new LeftOut(one.Key, one.Value))];

    public void Leave(LeftOutKind kind, int count = 1) => leftOut[kind] = leftOut.GetValueOrDefault(kind) + count;

    public void Count(int lettersMore, int blocksMore)
    {
        letters += lettersMore;
        blocks += blocksMore;
        IsTooLarge |= letters > WordLimits.LettersMax || blocks > WordLimits.BlocksMax || letters - lettersBefore > WordLimits.BlockLettersMax;
    }

    /// <summary>A block that stands in no other one has ended.</summary>
    public void EndBlock() => lettersBefore = letters;
}
