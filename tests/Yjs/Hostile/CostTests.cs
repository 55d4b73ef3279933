using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Structs;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>
/// What updates of the largest size that are made to be costly cost, in steps: nobody who writes in a draft can stop the
/// others for longer than that.
/// </summary>
public sealed class CostTests
{
    /// <summary>Numbers dealt out anew for one item, with a list of this length: some three times its logarithm.</summary>
    private const int NumberedOfAnItemMax = 50;

    public static TheoryData<string> Names => [.. Costly.All.Select(costly => costly.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_update_costs_no_more_steps_than_its_size_allows(string name)
    {
        var costly = Find(name);
        var (document, prepared) = Prepare(costly);
        var told = document.Commit(prepared) ?? costly.Update;
        var (comparisons, numbered) = document.State.Cost;
        TestContext.Current.TestOutputHelper?.WriteLine($"{prepared.Plan.Turns} turns, {comparisons} comparisons, {numbered} numbers dealt out");
        Assert.InRange(comparisons, 0, UpdateLimits.Default.ComparisonsMax + (2 * document.StructCount));
        Assert.InRange(numbered, 0, (long)NumberedOfAnItemMax * document.StructCount);
        Assert.InRange(prepared.Plan.Turns, 0, 3 * prepared.Plan.Order.Count);
        // What found no place is told so: whoever hears of it, or comes later, has the same.
        AssertSame(document, costly.Before, told);
        AssertSame(document, document.EncodeState());
    }

    [Fact]
    public void Neighbours_the_other_way_round_are_found_by_one_look()
    {
        var (document, prepared) = Prepare(Find("neighbours the other way round"));
        Assert.NotNull(document.Commit(prepared));
        Assert.Equal((0L, 0L), document.State.Cost);
    }

    [Fact]
    public void Where_comparisons_are_used_up_items_are_only_counted()
    {
        var (document, prepared) = Prepare(Find("neighbours at both ends of a list"));
        Assert.NotNull(document.Commit(prepared));
        Assert.InRange(document.State.Cost.Comparisons, UpdateLimits.Default.ComparisonsMax, UpdateLimits.Default.ComparisonsMax + (2 * Costly.ListItems));
        Assert.Equal(Costly.Items, document.StateVector()[2]);
        Assert.InRange(document.Root("text", TypeKind.Text).Length, Costly.ListItems + 1, Costly.ListItems + Costly.Items - 1);
    }

    [Fact]
    public void Deletions_move_no_list_for_each()
    {
        var (document, prepared) = Prepare(Find("deletions in front of a long list"));
        document.Commit(prepared);
        Assert.Equal(0, document.State.Cost.Comparisons);
        Assert.Equal(2 * Costly.Deletions, document.StructCount - Costly.ListItems + 1);
    }

    private static (string Name, byte[] Before, byte[] Update) Find(string name) => Array.Find(Costly.All, costly => costly.Name == name);

    private static (YDocument Document, PreparedUpdate Prepared) Prepare((string Name, byte[] Before, byte[] Update) costly)
    {
        var document = new YDocument();
        Assert.Null(document.Apply(costly.Before, UpdateLimits.Default));
        var prepared = document.Prepare(costly.Update, UpdateLimits.Default, out var refusal);
        Assert.True(prepared is not null, $"{refusal}");
        return (document, prepared);
    }

    private static void AssertSame(YDocument document, params byte[][] heard)
    {
        var other = new YDocument();
        foreach (var update in heard)
            Assert.Null(other.Apply(update, UpdateLimits.Stored));
        Assert.Equal(document.EncodeState(), other.EncodeState());
    }
}
