using System.Diagnostics;
using System.Globalization;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Sessions;
using PartyRealtime.FaultTests.Driving;
using PartyRealtime.LoadTests.Wire;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>A device that is connected, says so, and reads nothing of what it is sent.</summary>
[Collection(ClusterCollection.Name)]
public sealed class SlowConsumerTests(OfficeCluster cluster, ITestOutputHelper output) : IDisposable
{
    private const int NotesMax = 4_000;
    private const int Writers = 8;
    private const int OpeningTries = 10;
    private const int Letters = 1_000;
    private const long GrowthBytesMax = 96 * 1_024 * 1_024;

    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(3);

    /// <summary>With the time that a busy machine takes for the notes; how many may come before it is cut is bounded besides.</summary>
    private static readonly TimeSpan CutMax = TimeSpan.FromSeconds(90);

    private static readonly Bar OthersP99 = new("p99 of all notes", TimeSpan.FromSeconds(1));

    private readonly HttpClient _http = Api.Pool(TimeSpan.FromSeconds(20));

    [Fact]
    public async Task It_is_cut_nobody_else_waits_and_it_catches_up_by_its_position()
    {
        await using var traffic = await NoteTraffic.Start(cluster, new Dice());
        await traffic.Acknowledged(300);
        var api = new Api(_http, cluster.Urls, 0, cluster.Sessions[0]);
        var official = (await api.Read<Me>("/api/session", CancellationToken.None)).Official.Id.Value;
        var before = await api.Read<InboxCounters>("/api/inbox/counters", CancellationToken.None);
        var (open, memory, at) = (await StandingConnections(), cluster.Server(0).ResidentBytes, traffic.Now);
        using var device = await Opened();
        await Until(async () => await Connections() > open);

        using var full = new CancellationTokenSource();
        var talking = Talk(device, full.Token);
        var writing = Write(official, full.Token);
        var began = Stopwatch.GetTimestamp();
        // Another screen may come to this node meanwhile; then the device alone notices that it was cut.
        await Until(async () => talking.IsCompleted || await Connections() <= open);
        var cut = Stopwatch.GetElapsedTime(began);
        await full.CancelAsync();
        var sent = await writing;
        await talking;
        var grown = cluster.Server(0).ResidentBytes - memory;
        var (until, outage) = (traffic.Now, Outage.Of(traffic.History, at, traffic.Now));
        var figures = traffic.Figures(at, until).Of(OthersP99, outage.P99);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"cut after {cut.TotalSeconds:0.0} s and {sent.Count} notes of {Letters} letters; the node's memory grew by {grown / 1_048_576.0:0} MiB; {outage}"));

        await CaughtUp(api, before, sent);
        Assert.InRange(grown, long.MinValue, GrowthBytesMax);
        (await traffic.End()).AssertSound();
        figures.AssertHeld();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Another test may have left the node busy: it is asked again.</summary>
    private async Task<LiveConnection> Opened()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await LiveConnection.Open(cluster.Urls[0], cluster.Sessions[0], CancellationToken.None);
            }
            catch (Exception refused) when (tries < OpeningTries && (refused.IsNoAnswer() || refused is System.Net.WebSockets.WebSocketException))
            {
                await NoteTraffic.For(PingEvery);
            }
        }
    }

    private Task<double> Connections() => Metric.Read(cluster.Metrics(0), "live_connections");

    /// <summary>As many as two looks in a row agree on: nobody is just coming or going.</summary>
    private async Task<double> StandingConnections()
    {
        var (before, now) = (-1.0, await Connections());
        await Until(async () =>
        {
            (before, now) = (now, await Connections());
            return before == now;
        });
        return now;
    }

    /// <summary>It sends what keeps a connection open, until the node has closed it.</summary>
    private static async Task Talk(LiveConnection device, CancellationToken end)
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(end))
                await device.SendPing(end);
        }
        catch (Exception closed) when (closed is OperationCanceledException or System.Net.WebSockets.WebSocketException)
        {
            // The node has closed it.
        }
    }

    /// <summary>Others write to the device's person until it was cut; what was acknowledged.</summary>
    private async Task<IReadOnlyList<string>> Write(int to, CancellationToken end)
    {
        var sent = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await Task.WhenAll(Enumerable.Range(1, Writers).Select(async writer =>
        {
            var api = new Api(_http, cluster.Urls, writer, cluster.Sessions[writer]);
            while (!end.IsCancellationRequested && sent.Count < NotesMax)
            {
                var text = Guid.NewGuid() + new string('ế', Letters - 36);
                await api.Done<Receipt>("/api/notes", new { to, text }, Guid.NewGuid());
                sent.Enqueue(text);
            }
        }));
        return [.. sent];
    }

    /// <summary>What lies above the device's position, or the word to read afresh, and then everything.</summary>
    private static async Task CaughtUp(Api api, InboxCounters before, IReadOnlyList<string> sent)
    {
        var cursors = before.Cursors.Select(seat => new SeatCursor(seat.Seat, before.Epoch, seat.Position)).ToArray();
        var seats = (await api.Done<InboxCatchUp>("/api/inbox/catch-up", new { cursors }, Guid.NewGuid())).Seats;
        var shown = seats.Any(seat => seat.Resync)
            ? await NoteTraffic.Box(api)
            : [.. seats.SelectMany(seat => seat.Changed)];
        var notes = shown.Where(item => item.Note is not null).ToLookup(item => item.Note!, StringComparer.Ordinal);
        Assert.All(sent, text => Assert.Single(notes[text]));
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(CutMax);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(400));
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
