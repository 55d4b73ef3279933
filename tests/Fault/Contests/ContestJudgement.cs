namespace PartyRealtime.FaultTests.Contests;

/// <summary>What the history shows, held against the tables and the screens. Every list names what is wrong.</summary>
internal sealed record ContestJudgement
{
    public required int Acknowledged { get; init; }

    /// <summary>Forestalled by somebody else's act: without them nothing was contested.</summary>
    public required int Refused { get; init; }

    /// <summary>Commands whose outcome was unknown at first.</summary>
    public required int SentAgain { get; init; }

    public required int Reads { get; init; }

    /// <summary>Acknowledged, and not at the positions that its receipt names.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>One command's facts beyond what its receipt names.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Refused, and done all the same.</summary>
    public required IReadOnlyList<string> DoneThoughRefused { get; init; }

    /// <summary>Streams whose positions are not 1..n, or whose head or row stands elsewhere.</summary>
    public required IReadOnlyList<string> Gaps { get; init; }

    /// <summary>Streams that no single decider could have written.</summary>
    public required IReadOnlyList<string> OutOfOrder { get; init; }

    /// <summary>Registers with a gap or a double, numbers that two things have, and things that have two.</summary>
    public required IReadOnlyList<string> Numbers { get; init; }

    /// <summary>Acknowledged commands that were answered otherwise when they were sent again.</summary>
    public required IReadOnlyList<string> Changed { get; init; }

    /// <summary>Acknowledged, and not in a read that began afterwards.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>Live boards and inboxes that differ from a fresh read.</summary>
    public required IReadOnlyList<string> Screens { get; init; }

    public override string ToString() =>
        $"{Acknowledged} acts acknowledged, {Refused} forestalled, {SentAgain} sent more than once, {Reads} reads after an acknowledgement";

    public void AssertSound()
    {
        Assert.True(Acknowledged > 0, "Nothing was acknowledged: the traffic did not run.");
        Assert.True(Refused > 0, "Nobody was forestalled: nothing was contested.");
        Assert.True(Reads > 0, "Nothing was read after an acknowledgement.");
        AssertOnce();
        Assert.Empty(Stale);
        Assert.Empty(Screens);
    }

    /// <summary>What holds whether or not anybody looked on.</summary>
    public void AssertOnce()
    {
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(DoneThoughRefused);
        Assert.Empty(Gaps);
        Assert.Empty(OutOfOrder);
        Assert.Empty(Numbers);
        Assert.Empty(Changed);
    }
}
