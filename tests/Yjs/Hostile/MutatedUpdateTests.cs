using PartyRealtime.Yjs;
using PartyRealtime.Yjs.Limits;
using PartyRealtime.YjsTests.Differential;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>Updates with faults in them are refused, or taken as some other update: nothing is thrown, and nothing is left over.</summary>
public sealed class MutatedUpdateTests : IClassFixture<YjsEngine>
{
    private const int UpdatesOfADocument = 50;
    private const long BytesOfAnUpdateMax = 4_000_000;
    private const long BytesLeftMax = 16_000_000;

    private readonly List<History> histories;

    public MutatedUpdateTests(YjsEngine yjs) =>
        histories = [.. Enumerable.Range(1, 40).Select(seed => yjs.History(seed, 60, format: seed % 2 == 0))];

    [Fact]
    public void Mutated_updates_throw_nothing_and_leave_no_memory() => Run(seed: 1, updates: 20_000);

    [Theory, Trait("Form", "full")]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Many_mutated_updates_throw_nothing_and_leave_no_memory(int seed) => Run(seed, updates: 50_000);

    private void Run(int seed, int updates)
    {
        var random = new Random(seed);
        var (taken, documents, before) = (0, updates / UpdatesOfADocument, 0L);
        for (var number = 0; number < documents; number++)
        {
            if (number == documents / 10)
                before = GC.GetTotalMemory(forceFullCollection: true);
            taken += Attack(histories[random.Next(histories.Count)], random, $"seed {seed}, document {number}");
        }
        var left = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(left < BytesLeftMax, $"seed {seed}: {left} bytes are left over");
        // Else the mutations are too crude to get anywhere.
        Assert.InRange(taken, updates / 20, updates - updates / 20);
        TestContext.Current.TestOutputHelper?.WriteLine($"{updates} mutated updates: {taken} taken, {updates - taken} refused; {left} bytes left over");
    }

    /// <summary>How many updates the document took.</summary>
    private static int Attack(History history, Random random, string what)
    {
        var document = new YDocument();
        foreach (var update in history.Updates.Take(random.Next(history.Updates.Count)))
            document.Apply(update, UpdateLimits.Default);
        var taken = 0;
        for (var index = 0; index < UpdatesOfADocument; index++)
        {
            var update = Mutation.Of(Any(history, random), Any(history, random), random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            taken += Apply(document, update, what) is null ? 1 : 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < BytesOfAnUpdateMax, $"{what}: {allocated} bytes for {Convert.ToHexString(update)}");
        }
        CheckReadable(document, what);
        return taken;
    }

    private static byte[] Any(History history, Random random) => history.Updates[random.Next(history.Updates.Count)];

    private static UpdateRefusal? Apply(YDocument document, byte[] update, string what)
    {
        try
        {
            return document.Apply(update, UpdateLimits.Default);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{what}: {Convert.ToHexString(update)}", fault);
        }
    }

    /// <summary>What came of it can be read, and stored and loaded.</summary>
    private static void CheckReadable(YDocument document, string what)
    {
        DocumentDump.Of(document);
        var loaded = new YDocument();
        var refusal = loaded.Apply(document.EncodeState(), UpdateLimits.Stored);
        Assert.True(refusal is null, $"{what}: its own state is refused, {refusal}");
        var (kept, told) = (Vector(document), Vector(loaded));
        Assert.True(kept == told, $"{what}: {kept} became {told}: {Convert.ToHexString(document.EncodeState())}");
    }

    private static string Vector(YDocument document) =>
        string.Join(", ", document.StateVector().OrderBy(client => client.Key).Select(client => $"{client.Key} to {client.Value}"));
}
