namespace PartyRealtime.FaultTests.Driving;

/// <summary>One seed, one choice, whoever else throws meanwhile.</summary>
public sealed class DiceTests
{
    [Fact]
    public void Dice_of_one_seed_and_number_throw_the_same_and_are_not_moved_by_others()
    {
        var dice = new Dice();
        var before = Throws(dice.Of(3));
        Throws(dice);
        Assert.Equal(before, Throws(dice.Of(3)));
        Assert.NotEqual(before, Throws(dice.Of(4)));
    }

    private static List<int> Throws(Dice dice) => [.. Enumerable.Range(0, 20).Select(_ => dice.Between(0, 1_000))];
}
