using PartyRealtime.Yjs.Protocols;
using PartyRealtime.YjsTests.RealYjs;

namespace PartyRealtime.YjsTests.Protocols;

public sealed class AwarenessTests(YjsEngine yjs) : IClassFixture<YjsEngine>
{
    [Fact]
    public void The_newest_word_counts_as_in_y_protocols()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var random = new Random(seed);
            var updates = Enumerable.Range(0, 30).Select(_ => AwarenessUpdate.Encode([Word(random), Word(random)])).ToList();
            var ours = new AwarenessStates(clientsMax: 100);
            foreach (var update in updates)
                ours.Merge(AwarenessUpdate.Decode(update, AwarenessLimits.Default)!);
            var told = string.Join(',', ours.Present.OrderBy(state => state.Client).Select(state => $"[{state.Client},{state.Clock},\"{state.Json}\"]"));
            Assert.True(new ClientFrames(yjs).Present(updates) == $"[{told}]", $"seed {seed}");
        }
    }

    [Fact]
    public void Who_is_gone_does_not_come_back_by_an_earlier_word()
    {
        var states = new AwarenessStates(clientsMax: 10);
        states.Merge([new AwarenessState(1, 5, "{}")]);
        Assert.Equal([new AwarenessState(1, 6, AwarenessState.Gone)], states.Remove([1, 2]));
        Assert.Empty(states.Merge([new AwarenessState(1, 6, "{}")]));
        Assert.Empty(states.Present);
        Assert.Single(states.Merge([new AwarenessState(1, 7, "{}")]));
    }

    [Fact]
    public void More_clients_than_allowed_are_not_taken()
    {
        var states = new AwarenessStates(clientsMax: 2);
        Assert.Equal(2, states.Merge(Enumerable.Range(1, 5).Select(client => new AwarenessState(client, 1, "{}"))).Count);
        Assert.Single(states.Merge([new AwarenessState(1, 2, "{}")]));
    }

    [Fact]
    public void A_new_client_takes_the_place_of_the_one_that_has_been_gone_longest()
    {
        var states = new AwarenessStates(clientsMax: 3);
        states.Merge([.. Enumerable.Range(1, 3).Select(client => new AwarenessState(client, 1, "{}"))]);
        states.Remove([2, 1]);
        // It comes back and goes again: 2 has been gone longer now.
        states.Merge([new AwarenessState(1, 3, "{}"), new AwarenessState(1, 4, AwarenessState.Gone)]);
        Assert.Single(states.Merge([new AwarenessState(4, 1, "{}")]));
        Assert.Equal((null, true), (states.Of(2), states.Of(1)?.IsGone));
        Assert.Single(states.Merge([new AwarenessState(5, 1, "{}")]));
        Assert.Null(states.Of(1));
        Assert.Empty(states.Merge([new AwarenessState(6, 1, "{}")]));
        Assert.Equal([3, 4, 5], states.Present.Select(state => state.Client).Order());
    }

    [Fact]
    public void What_is_too_large_or_no_JSON_is_malformed()
    {
        var fits = $"\"{new string('a', 1_022)}\"";
        Assert.NotNull(Decode(fits));
        Assert.Null(Decode(fits + " "));
        Assert.Null(Decode("{"));
        Assert.Null(AwarenessUpdate.Decode([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], AwarenessLimits.Default));
    }

    private static IReadOnlyList<AwarenessState>? Decode(string json) =>
        AwarenessUpdate.Decode(AwarenessUpdate.Encode([new AwarenessState(1, 1, json)]), AwarenessLimits.Default);

    private static AwarenessState Word(Random random) =>
        new(random.Next(1, 5), random.Next(1, 6), random.Next(3) == 0 ? AwarenessState.Gone : random.Next(10).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
