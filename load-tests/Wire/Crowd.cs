using System.Net.WebSockets;
using PartyRealtime.Contracts.Inbox;

namespace PartyRealtime.LoadTests.Wire;

/// <summary>The people of a run, each at a screen, spread over the targets in turn.</summary>
/// <param name="answerMax">How long an answer is waited for; 30 seconds unless given.</param>
public sealed class Crowd(TimeSpan? answerMax = null) : IAsyncDisposable
{
    /// <summary>All screens ping at once, so often; the servers ping as often.</summary>
    public static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(5);

    private const int OpeningAtOnceMax = 32;
    private static readonly TimeSpan SettleMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan SettlePause = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _http = Api.Pool(answerMax);
    private readonly CancellationTokenSource _end = new();
    private readonly Dictionary<Screen, InboxCounters> _before = [];

    /// <summary>The screens, in the order of the sessions.</summary>
    public IReadOnlyList<Screen> Screens { get; private set; } = [];

    public ScreenTally Tally { get; } = new();

    /// <summary>Calls of somebody who sits at no screen.</summary>
    public Api Caller(Uri target, string? cookie = null) => new(_http, [target], 0, cookie);

    /// <summary>Opens a screen for each session; the live connections are kept alive from here on.</summary>
    public async Task Open(IReadOnlyList<Uri> targets, IReadOnlyList<string> sessions, Action<Screen, InboxItem> shown, CancellationToken cancellation)
    {
        Screens = [.. sessions.Select((cookie, i) => new Screen(new Api(_http, targets, i % targets.Count, cookie), Tally, shown))];
        await Each(async screen =>
        {
            var counters = await screen.Open(_end.Token);
            lock (_before)
                _before[screen] = counters;
        }, cancellation);
        _ = KeepAlive();
    }

    /// <summary>Every live connection ends at this moment, as when a proxy is started again.</summary>
    public void Drop()
    {
        foreach (var screen in Screens)
            screen.Drop();
    }

    /// <summary>Who is not connected tries at once, as people do who reload their page.</summary>
    public void Reload()
    {
        foreach (var screen in Screens)
            screen.Reload();
    }

    /// <summary>All are again at the node that they began with: all nodes have people.</summary>
    public void Return()
    {
        foreach (var screen in Screens)
            screen.Return();
    }

    /// <summary>
    /// Reads everybody's counters afresh until every screen shows the present, for a minute at most.
    /// </summary>
    /// <returns>The positions by which screens are still behind or ahead, and the fresh counters with those from before the run.</returns>
    public async Task<(long Apart, IReadOnlyList<(Screen Screen, InboxCounters Before, InboxCounters Now)> Read)> Settle(CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(SettleMax);
        while (true)
        {
            var read = new List<(Screen Screen, InboxCounters Before, InboxCounters Now)>();
            var apart = 0L;
            await Each(async screen =>
            {
                var now = await screen.Counters(cancellation);
                Interlocked.Add(ref apart, screen.Apart(now));
                lock (read)
                    read.Add((screen, _before[screen], now));
            }, cancellation);
            if (apart == 0 || limit.IsCancellationRequested)
                return (apart, read);
            await Task.Delay(SettlePause, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        foreach (var screen in Screens)
            screen.Dispose();
        _http.Dispose();
        _end.Dispose();
    }

    private Task Each(Func<Screen, Task> act, CancellationToken cancellation) => Parallel.ForEachAsync(
        Screens,
        new ParallelOptions { MaxDegreeOfParallelism = OpeningAtOnceMax, CancellationToken = cancellation },
        async (screen, _) => await act(screen));

    private async Task KeepAlive()
    {
        using var timer = new PeriodicTimer(PingEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token))
            {
                foreach (var screen in Screens)
                {
                    screen.LeaveWhenSilent();
                    try
                    {
                        await screen.Ping(_end.Token);
                    }
                    catch (Exception e) when (e is WebSocketException or ObjectDisposedException
                        || (e is OperationCanceledException && !_end.IsCancellationRequested))
                    {
                        // The receiving side of this connection sees it too and connects again.
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
