namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What the history shows.</summary>
internal sealed record Judgement
{
    public required int Acknowledged { get; init; }

    /// <summary>Reads on another node right after an acknowledgement.</summary>
    public required int Reads { get; init; }

    /// <summary>Acknowledged, and in nobody's box.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Twice in a box or on a screen.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>In the box, and never on the live screen.</summary>
    public required IReadOnlyList<string> NotShown { get; init; }

    /// <summary>Acknowledged, and not in a read that began afterwards.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    public required IReadOnlyList<string> OutOfOrder { get; init; }

    /// <summary>Positions that live screens lack against a fresh read at the end.</summary>
    public required long Behind { get; init; }

    public void AssertSound()
    {
        Assert.True(Acknowledged > 0, "Nothing was acknowledged: the traffic did not run.");
        Assert.True(Reads > 0, "Nothing was read after an acknowledgement.");
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(OutOfOrder);
        Assert.Empty(Stale);
        Assert.Empty(NotShown);
        Assert.Equal(0, Behind);
    }
}
