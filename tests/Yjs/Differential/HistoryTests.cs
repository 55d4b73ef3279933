using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.Yjs.Updates;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Differential;

/// <summary>
/// Random histories written by replicas of real Yjs. A failure names its seed: <c>oracle.history(seed, …)</c> and the order
/// of arrival follow from it.
/// </summary>
public sealed class HistoryTests : IClassFixture<YjsEngine>
{
    private readonly YjsEngine yjs;
    private int disagreed;

    public HistoryTests(YjsEngine yjs) => this.yjs = yjs;

    [Fact]
    public void A_history_ends_as_in_Yjs_in_whatever_order_it_arrives() => CheckAll(firstSeed: 1, count: 300);

    [Theory, Trait("Form", "full")]
    [InlineData(100_001)]
    [InlineData(200_001)]
    [InlineData(300_001)]
    [InlineData(400_001)]
    public void Thousands_of_histories_end_as_in_Yjs(int firstSeed) => CheckAll(firstSeed, count: 500);

    private void CheckAll(int firstSeed, int count)
    {
        for (var seed = firstSeed; seed < firstSeed + count; seed++)
            Check(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"{count} histories; in {disagreed} the authors' own replicas of Yjs differ");
    }

    private void Check(int seed)
    {
        var history = yjs.History(seed, 10 + seed % 7 * 20, format: seed % 2 == 0);
        disagreed += history.Agreed ? 0 : 1;
        var random = new Random(seed);
        var arriving = Arrival(history.Updates, random);
        var expected = history.Agreed ? history.Dump : yjs.Replay(arriving).Dump;
        var halfway = random.Next(arriving.Count);
        var document = new YDocument();
        Take(document, arriving.Take(halfway), seed);
        var replica = yjs.Replay(arriving.Take(halfway));
        CheckHalfway(document, replica, $"seed {seed} after {halfway} updates");
        CheckRestart(document, arriving.Skip(halfway), expected, seed);
        Take(document, arriving.Skip(halfway), seed);
        Same.As(expected, document, $"seed {seed} at the end");
        Assert.Equal((0, 0), (document.PendingStructCount, document.PendingDeletionCount));
        CheckWhatYjsReads(document, replica, expected, seed);
        if (seed % 4 == 0)
            CheckMerge(arriving, expected, seed);
    }

    /// <summary>While updates are missing we may be ahead of Yjs, which holds back what could come in, and never behind.</summary>
    private static void CheckHalfway(YDocument document, Replica replica, string what)
    {
        if (!replica.Waits)
            Same.As(replica.Dump, document, what);
        var ours = document.StateVector();
        foreach (var (client, clock) in StateVectors.Decode(replica.StateVector)!)
            Assert.True(ours.TryGetValue(client, out var own) && own >= clock, $"{what}: behind for client {client}");
    }

    /// <summary>What we write, a fresh replica of Yjs reads, and one that knows a part of it.</summary>
    private void CheckWhatYjsReads(YDocument document, Replica partly, string expected, int seed)
    {
        Same.As(expected, yjs.Replay(document.EncodeState()).Dump, $"seed {seed}: Yjs reads our state");
        var known = StateVectors.Decode(partly.StateVector)!;
        Same.As(expected, yjs.Replay(partly.State, document.EncodeDiff(known)).Dump, $"seed {seed}: Yjs reads our difference");
    }

    /// <summary>All updates as one, to a fresh replica of Yjs and to ours.</summary>
    private void CheckMerge(List<byte[]> updates, string expected, int seed)
    {
        var merged = YUpdates.Merge(updates, UpdateLimits.Stored, out var refusal);
        Assert.Null(refusal);
        Same.As(expected, yjs.Replay(merged!).Dump, $"seed {seed}: Yjs reads our merge");
        var document = new YDocument();
        Take(document, [merged!], seed);
        Same.As(expected, document, $"seed {seed}: we read our merge");
    }

    /// <summary>A document that is stored in mid-history, with what waits in it, and loaded again goes on as if nothing had been.</summary>
    private static void CheckRestart(YDocument document, IEnumerable<byte[]> rest, string expected, int seed)
    {
        var loaded = new YDocument();
        Assert.Null(loaded.Apply(document.EncodeState(), UpdateLimits.Stored));
        Take(loaded, rest, seed);
        Same.As(expected, loaded, $"seed {seed} after a restart");
    }

    /// <summary>Every update at least once; a few twice; a few only at the very end.</summary>
    private static List<byte[]> Arrival(IReadOnlyList<byte[]> updates, Random random)
    {
        var arriving = updates.Concat(updates.Where(_ => random.Next(5) == 0)).ToArray();
        // Some histories arrive nearly in order, others in none at all.
        if (random.Next(3) > 0)
            random.Shuffle(arriving);
        var late = arriving.ToLookup(_ => random.Next(20) == 0);
        return [.. late[false], .. late[true]];
    }

    private static void Take(YDocument document, IEnumerable<byte[]> updates, int seed)
    {
        foreach (var update in updates)
        {
            var refusal = document.Apply(update, UpdateLimits.Default);
            Assert.True(refusal is null, $"seed {seed}: {refusal}");
        }
    }
}
