using System.Diagnostics;
using System.Globalization;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>The database of three nodes is set back to an earlier moment, by the scripts that operators run.</summary>
public sealed class RestoreTests(ITestOutputHelper output)
{
    /// <summary>Who tries in vain again although the nodes are back waits ever longer, up to 45 s.</summary>
    private static readonly TimeSpan ToldMax = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task What_was_acknowledged_before_the_moment_is_there_once_and_every_screen_is_told_to_read_afresh()
    {
        await using var database = new PostgreSqlServer();
        await database.NewDatabase();
        var archive = await WalArchive.Of(database);
        await using var cluster = new OfficeCluster(database) { BeginsEmpty = true };
        await cluster.InitializeAsync();
        await archive.Backup();
        var kept = await Notes(cluster, 300);
        await using var screens = new Crowd();
        await screens.Open(cluster.Urls, cluster.Sessions, (_, _) => { }, CancellationToken.None);
        var moment = await archive.Moment();
        await Notes(cluster, 300);
        await archive.UntilArchived();

        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, OfficeCluster.Nodes).Select(cluster.Kill));
        await archive.Restore(moment);
        await cluster.Mend();
        screens.Reload();
        await Told(screens);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"set back under three nodes: all serve and {screens.Screens.Count} screens are told to read afresh {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s after the nodes were stopped"));

        // Positions that were given out after the moment are given out again, and more.
        await Notes(cluster, 900);
        Assert.Equal(0, (await screens.Settle(CancellationToken.None)).Apart);
        using var http = Api.Pool();
        foreach (var box in kept.GroupBy(note => note.To))
        {
            var found = (await NoteTraffic.Box(new Api(http, cluster.Urls, 0, cluster.Sessions[box.Key])))
                .Where(item => item.Note is not null).ToLookup(item => item.Note!, StringComparer.Ordinal);
            Assert.All(box, note => Assert.Single(found[note.Text]));
        }
    }

    /// <summary>People write each other so many notes, soundly; what was acknowledged.</summary>
    private static async Task<IReadOnlyCollection<Operation>> Notes(OfficeCluster cluster, int count)
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(count);
        (await traffic.End()).AssertSound();
        return traffic.History.Operations;
    }

    /// <summary>Until every screen was told to read afresh.</summary>
    private static async Task Told(Crowd screens)
    {
        using var limit = new CancellationTokenSource(ToldMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (screens.Tally.Counts["resyncs"] < screens.Screens.Count || screens.Screens.Any(screen => !screen.IsLive))
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
