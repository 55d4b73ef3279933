namespace PartyRealtime.FaultTests.Clusters;

/// <summary>What the history shows. The lists are texts of notes.</summary>
internal sealed record Judgement
{
    public required int Acknowledged { get; init; }

    /// <summary>Reads on another node right after an acknowledgement.</summary>
    public required int Reads { get; init; }

    /// <summary>Acknowledged, and not in its reader's box.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Twice in a box, or on a screen as two items.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>Shown again by a screen at the same position.</summary>
    public required IReadOnlyList<string> ShownTwice { get; init; }

    /// <summary>Acknowledged, and never on its reader's live screen.</summary>
    public required IReadOnlyList<string> NotShown { get; init; }

    /// <summary>On the screen or in the box of somebody whom it was not acknowledged for.</summary>
    public required IReadOnlyList<string> Strayed { get; init; }

    /// <summary>Acknowledged, and not in a read that began afterwards.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>
    /// A sender waits for each acknowledgement, so what one wrote to another lies in the box, and comes on the screen, in
    /// that order; and no screen goes back in its positions.
    /// </summary>
    public required IReadOnlyList<string> OutOfOrder { get; init; }

    /// <summary>On a live screen otherwise than in the box that was read afresh.</summary>
    public required IReadOnlyList<string> Unequal { get; init; }

    /// <summary>Positions by which live screens were behind or ahead of a fresh read at the end.</summary>
    public required long Apart { get; init; }

    /// <summary>Positions that one connection pushed again.</summary>
    public required long Repeats { get; init; }

    public bool IsSound =>
        Acknowledged > 0 && Reads > 0 && Apart == 0 && Repeats == 0
        && new[] { Lost, Doubled, ShownTwice, NotShown, Strayed, Stale, OutOfOrder, Unequal }.All(found => found.Count == 0);

    public void AssertSound()
    {
        Assert.True(Acknowledged > 0, "Nothing was acknowledged: the traffic did not run.");
        Assert.True(Reads > 0, "Nothing was read after an acknowledgement.");
        Assert.Empty(Lost);
        Assert.Empty(Doubled);
        Assert.Empty(OutOfOrder);
        Assert.Empty(Stale);
        Assert.Empty(Strayed);
        Assert.Empty(NotShown);
        Assert.Empty(ShownTwice);
        Assert.Empty(Unequal);
        Assert.Equal(0, Apart);
        Assert.Equal(0, Repeats);
    }
}
