using System.Diagnostics;
using PartyRealtime.Drafting;
using PartyRealtime.FaultTests.Clusters;

namespace PartyRealtime.FaultTests.Drafting;

/// <summary>
/// Unmodified clients of both protocols, and the product's own editor, write one draft through three nodes, while connections
/// are cut, the node that holds the draft is killed twice, and the database is killed between.
/// </summary>
[Collection(ClusterCollection.Name)]
public sealed class DraftChaosTests(OfficeCluster cluster, ITestOutputHelper output)
{
    private const int StepMs = 50;

    /// <summary>Typed by all clients together.</summary>
    private const double WordsPerSecond = 30;

    /// <summary>Connections cut, of all clients together.</summary>
    private const double CutsPerSecond = 0.6;

    /// <summary>Words by whose commits the holder is found.</summary>
    private const int WordsWatched = 100;

    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DatabaseAway = TimeSpan.FromSeconds(2);

    /// <summary>From the last fault until everybody has the same text, all of it saved.</summary>
    private static readonly Bar Equal = new("all saved and equal after the last kill", TimeSpan.FromSeconds(30));

    [Fact]
    public Task All_end_equal_whatever_breaks() => Break(clients: 16, screens: 1, wordsBetween: 150);

    /// <summary>Forty clients of Hocuspocus, ten of y-websocket.</summary>
    [Fact(Explicit = true)]
    public Task Fifty_clients_and_two_browsers_end_equal_whatever_breaks() => Break(clients: 50, screens: 2, wordsBetween: 600);

    private async Task Break(int clients, int screens, int wordsBetween)
    {
        await cluster.Mend();
        using var people = await DraftPeople.At(cluster.Urls[0], cluster.Server(0).DemoPassword);
        await people.Invite(cluster.Urls[0], cluster.Sessions, clients);
        await using var browsers = await DraftScreens.Open(cluster, people, screens);
        await using var editors = Editors.Start();
        var names = (await people.Open(editors, cluster.Urls, clients)).ToList();
        await editors.Traffic(WordsPerSecond, CutsPerSecond, clients, StepMs);
        foreach (var screen in browsers.All)
            screen.Begin();

        await using var metronome = new Metronome();
        var (began, left) = (Stopwatch.GetTimestamp(), new List<(string Name, int Typed, int Saved)>());
        await KillHolder(editors, people, names, left);
        await cluster.Mend();
        await Typed(editors, wordsBetween);
        await cluster.Database.Stop();
        await NoteTraffic.For(DatabaseAway);
        await cluster.Database.Start();
        await Typed(editors, wordsBetween);
        var last = await KillHolder(editors, people, names, left);
        var mending = cluster.Mend();
        // Some is typed into the gap.
        await Typed(editors, WordsWatched);
        await editors.Do("stop");
        await Task.WhenAll(browsers.All.Select(screen => screen.End()));
        await AllEqual(editors, names, browsers);
        var figures = new Figures(new History(), metronome.Lateness(Stopwatch.GetElapsedTime(began, last), Stopwatch.GetElapsedTime(began)))
            .Of(Equal, Stopwatch.GetElapsedTime(last));
        output.WriteLine($"{names.Count} clients and {browsers.All.Count} browsers: {figures}");
        await mending;
        await Judge(editors, people, browsers, left);
        figures.AssertHeld();
    }

    private static async Task Typed(Editors editors, int words) =>
        await editors.Do("untilTyped", new() { ["letters"] = words, ["milliseconds"] = Calm.TotalMilliseconds });

    /// <summary>
    /// kill -9 of the node that has the draft; two people go home at that moment with what they were told is saved, and two
    /// others come. When it was.
    /// </summary>
    private async Task<long> KillHolder(Editors editors, DraftPeople people, List<string> names, List<(string Name, int Typed, int Saved)> left)
    {
        var holder = await DraftHolder.Find(cluster, editors, WordsWatched, Calm);
        await cluster.Kill(holder);
        var killed = Stopwatch.GetTimestamp();
        output.WriteLine($"node {holder + 1} had the draft and was killed");
        var others = Enumerable.Range(0, OfficeCluster.Nodes).Where(node => node != holder).Select(node => cluster.Urls[node]).ToList();
        for (var leaving = 0; leaving < 2; leaving++)
        {
            var gone = (await DraftTally.Of(editors)).First(one => one.Name == names[0]);
            await editors.Leave(names[0]);
            left.Add(gone);
            var place = left.Count;
            names.RemoveAt(0);
            names.Add($"n{place}x");
            await people.Open(editors, others, names[^1], "hocuspocus", place);
        }

        return killed;
    }

    private async Task AllEqual(Editors editors, List<string> names, DraftScreens browsers)
    {
        foreach (var name in names)
            await editors.Until(name, "saved", max: Calm);
        foreach (var screen in browsers.All)
            await screen.IsSaved();
        await editors.Until(names[0], "equal", max: Calm);
        var digest = (await editors.State(names[0])).GetProperty("digest").GetString();
        foreach (var screen in browsers.All)
            await Is(digest!, screen);
    }

    private static async Task Is(string digest, DraftScreen screen)
    {
        using var limit = new CancellationTokenSource(Calm);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await screen.Digest() is var shown && shown != digest)
        {
            Assert.False(limit.IsCancellationRequested, $"{screen.Name} shows {shown} instead of {digest}");
            await timer.WaitForNextTickAsync();
        }
    }

    private async Task Judge(Editors editors, DraftPeople people, DraftScreens browsers, List<(string Name, int Typed, int Saved)> left)
    {
        await people.Open(editors, cluster.Urls, "late", "hocuspocus", 0);
        await editors.Until("late", "synced");
        await editors.Until("late", "equal");
        await DraftTally.AssertWhole(editors, "late", output);
        foreach (var screen in browsers.All)
            Assert.Equal(Enumerable.Range(0, screen.Typed), await editors.Words("late", screen.Name));
        foreach (var gone in left)
        {
            var words = await editors.Words("late", gone.Name);
            Assert.Equal(Enumerable.Range(0, words.Length), words);
            Assert.InRange(words.Length, gone.Saved, int.MaxValue);
        }

        output.WriteLine($"{browsers.All.Sum(screen => screen.Typed)} words by browsers; {left.Sum(gone => gone.Saved)} saved of those who left, all there");
    }
}
