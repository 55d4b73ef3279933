using System.Globalization;
using System.Net;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Disks;

/// <summary>The disk of the database fills while people work, and is made empty again.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const int NotesInTheLog = 50;

    private static readonly TimeSpan Full = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RefusedMax = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Writes_are_refused_with_a_time_to_come_back_reads_go_on_and_all_goes_on_by_itself_with_room()
    {
        using var disk = SmallDisk.Mount(out var reason);
        Assert.SkipWhen(disk is null, reason);
        await using var database = new PostgreSqlServer { Under = disk!.Path };
        await using var cluster = new OfficeCluster(database) { BeginsEmpty = true };
        await cluster.InitializeAsync();
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        await AtTheBeginningOfItsLog(cluster, traffic);
        using var http = Api.Pool(TimeSpan.FromSeconds(20));
        var api = new Api(http, cluster.Urls, 0, cluster.Sessions[0]);
        var to = (await api.Read<Me>("/api/session", CancellationToken.None)).Official.Id.Value;
        var at = traffic.Now;
        disk.Fill();
        await Refused(api, to);
        await NoteTraffic.For(Full);
        disk.Empty();
        var room = traffic.Now;
        await traffic.Acknowledged(cluster.Sessions.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"disk full for {(room - at).TotalSeconds:0} s: {cluster.Sessions.Count} notes acknowledged {(traffic.Now - room).TotalSeconds:0.0} s after there was room; {Outage.Of(traffic.History, at, traffic.Now)}"));
        await traffic.Acknowledged(300);
        (await traffic.End()).AssertSound();
    }

    /// <summary>
    /// What is refused is written to the database's log all the same, and PostgreSQL ends where the log's next file finds no
    /// room, which is not what is tried here: the disk fills while nearly all of one file is left.
    /// </summary>
    private static async Task AtTheBeginningOfItsLog(OfficeCluster cluster, NoteTraffic traffic)
    {
        await cluster.Query<string>("SELECT pg_switch_wal()::text");
        await traffic.Acknowledged(NotesInTheLog);
    }

    /// <summary>
    /// Until a write is refused so that it may be sent again, and meanwhile somebody can read. What was under way when the disk
    /// filled has no outcome that is known.
    /// </summary>
    private static async Task Refused(Api api, int to)
    {
        using var limit = new CancellationTokenSource(RefusedMax);
        while (true)
        {
            // Large ones, so that a table soon needs another page.
            var body = new { to, text = new string('ế', 1_000) };
            var reply = await api.SendOnce<Receipt>(HttpMethod.Post, "/api/notes", body, Guid.NewGuid(), limit.Token);
            if (reply.IsOk || (reply.MayBeSentAgain && reply.Code != "unavailable"))
                continue;
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (reply.Status, reply.Code));
            Assert.NotNull(reply.RetryAfter);
            await api.Read<Me>("/api/session", limit.Token);
            await NoteTraffic.Box(api);
            return;
        }
    }
}
