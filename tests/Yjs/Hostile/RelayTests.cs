using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Hostile;

/// <summary>Of updates with faults in them some are taken: whoever was there and whoever comes later read the same for all that.</summary>
public sealed class RelayTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    private const int AuthorsOfADraft = 8;
    private const int UpdatesOfAnAuthor = 24;
    private const int ActsOfAPage = 12;
    private const int FaultyOfAnUpdate = 3;

    [Fact]
    public void Who_was_there_and_who_comes_later_read_the_same() => Run(firstSeed: 1, drafts: 60);

    [Theory, Trait("Form", "full")]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(3_000)]
    public void In_many_drafts_who_was_there_and_who_comes_later_read_the_same(int firstSeed) => Run(firstSeed, drafts: 1_000);

    private void Run(int firstSeed, int drafts)
    {
        var (sent, taken) = (0, 0);
        for (var seed = firstSeed; seed < firstSeed + drafts; seed++)
        {
            var relay = new Relay(yjs);
            sent += Attack(relay, seed);
            taken += relay.Told.Count;
            relay.AssertSame($"seed {seed}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{drafts} drafts, {sent} faulty updates and as many good ones as a third of them: {taken} taken");
        // Else each faulty update was refused, and its good copy taken.
        Assert.InRange(taken, sent / FaultyOfAnUpdate / 2, sent);
    }

    /// <summary>Of each update some faulty copies before the true one, so that the next rests on what is there; how many faulty ones.</summary>
    private int Attack(Relay relay, int seed)
    {
        var random = new Random(seed);
        var sent = 0;
        for (var author = 0; author < AuthorsOfADraft; author++)
        {
            var updates = Updates(seed * AuthorsOfADraft + author, isAlone: author % 2 == 0);
            foreach (var update in updates)
            {
                for (var copy = 0; copy < FaultyOfAnUpdate; copy++, sent++)
                    relay.Take(Mutation.Of(update, updates[random.Next(updates.Count)], random));
                relay.Take(update);
            }
        }

        return sent;
    }

    private IReadOnlyList<byte[]> Updates(int seed, bool isAlone) =>
        isAlone ? yjs.Draft(seed, UpdatesOfAnAuthor) : yjs.Pages(seed, ActsOfAPage).Updates;
}
