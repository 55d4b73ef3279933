using PartyRealtime.Drafting;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>What clients typed, against what somebody sees who came later.</summary>
internal static class DraftTally
{
    /// <summary>Every word that anybody typed is there once and in its order.</summary>
    public static async Task AssertWhole(Editors editors, string witness, ITestOutputHelper output)
    {
        var words = 0;
        foreach (var one in await Of(editors))
        {
            Assert.Equal(Enumerable.Range(0, one.Typed), await editors.Words(witness, one.Name));
            words += one.Typed;
        }

        output.WriteLine($"{words} words, each there once and in its order");
        Assert.InRange(words, 1, int.MaxValue);
    }

    /// <summary>Each client with what it typed and how much of that it was told to be saved.</summary>
    public static async Task<IReadOnlyList<(string Name, int Typed, int Saved)>> Of(Editors editors) =>
        [.. (await editors.Do("tally")).EnumerateArray().Select(one => (
            one.GetProperty("name").GetString()!, one.GetProperty("typed").GetInt32(), one.GetProperty("saved").GetInt32()))];
}
