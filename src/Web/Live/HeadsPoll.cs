using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Inbox;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The backstop of the push bus: within one period the heads of all seats followed here are read from the tables and
/// compared with what was pushed. A hint that was lost is healed by telling the followers the head.
/// </summary>
internal sealed partial class HeadsPoll(
    LiveMap map,
    LiveEpoch epoch,
    IInboxReads inbox,
    StoreNews store,
    LiveMetrics metrics,
    LiveOptions options,
    TimeProvider time,
    ILogger<HeadsPoll> log) : BackgroundService
{
    /// <summary>Seats in one read.</summary>
    public const int SeatsMax = 1_000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var day = OfficeDay.Today(time);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (OfficeDay.Today(time) is var today && today != day)
            {
                map.NewDay(today);
                day = today;
            }

            var chunks = map.Followed().Chunk(SeatsMax).DefaultIfEmpty([]).ToArray();
            var pause = options.HeadsPollPeriod / chunks.Length;
            foreach (var chunk in chunks)
            {
                await Look(chunk, stoppingToken);
                await Task.Delay(pause, time, stoppingToken);
            }
        }
    }

    private async Task Look(SeatId[] seats, CancellationToken stopping)
    {
        try
        {
            foreach (var seat in seats)
                map.Feed(seat)?.Ask();
            var read = await inbox.Heads(seats, stopping);
            store.Saw(answered: true);
            if (epoch.Value.Length > 0 && epoch.Value != read.Epoch)
                map.Reset();
            epoch.Value = read.Epoch;
            var ready = new HashSet<LiveConnection>();
            var ahead = read.Heads.Where(head => map.Feed(head.Seat)?.Observe(head.Position, ready) == true).ToArray();
            Flush(ready);
            if (ahead.Length > 0)
                await HealAfterGrace(ahead, stopping);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The store is away: pushes may go on, and the next look compares again.
            PollFailed(error.GetType().Name);
            store.Saw(answered: false);
        }
    }

    /// <summary>A commit is in the tables a moment before its hint is here; only what is still missing then was lost.</summary>
    private async Task HealAfterGrace(SeatPosition[] ahead, CancellationToken stopping)
    {
        await Task.Delay(options.HintGrace, time, stopping);
        var ready = new HashSet<LiveConnection>();
        foreach (var head in ahead)
        {
            if (map.Feed(head.Seat)?.Heal(head.Position, ready) == true)
                metrics.PollHit();
        }

        Flush(ready);
    }

    private void Flush(HashSet<LiveConnection> ready)
    {
        foreach (var connection in ready)
            connection.Flush(epoch.Value);
    }

    [LoggerMessage(5101, LogLevel.Warning, "The heads of followed seats could not be read: {Error}")]
    private partial void PollFailed(string error);
}
