using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Web.Live;

/// <summary>
/// The one loop that hands hints to this node's connections. Whatever queued while it worked goes out together; only
/// when much queued at once does it wait a few milliseconds for more.
/// </summary>
internal sealed class LiveDispatcher(
    PushQueue queue, LiveMap map, LiveEpoch epoch, BoardWatches boards, PageWatches pages, LiveMetrics metrics, TimeProvider time) : BackgroundService
{
    /// <summary>How long a position waits for the one before it.</summary>
    private static readonly TimeSpan HoldMax = TimeSpan.FromMilliseconds(200);

    /// <summary>How long the loop waits for more when hints come thick.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(10);

    /// <summary>Hints in one round from which on it lingers.</summary>
    private const int ThickFrom = 64;

    private readonly HashSet<LiveConnection> _ready = [];
    private readonly Queue<(SeatFeed Feed, long Until)> _holding = new();
    private Task<bool>? _next;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await Wait(stoppingToken))
        {
            if (Drain() >= ThickFrom)
            {
                await Task.Delay(Linger, time, stoppingToken);
                Drain();
            }

            ReleaseOverdue();
            Flush();
        }
    }

    /// <summary>Waits for a hint, or until a held position has waited long enough. False when the queue has ended.</summary>
    private async Task<bool> Wait(CancellationToken stopping)
    {
        _next ??= queue.Reader.WaitToReadAsync(stopping).AsTask();
        if (!_next.IsCompleted && _holding.Count > 0)
        {
            var left = time.GetElapsedTime(time.GetTimestamp(), _holding.Peek().Until);
            if (left > TimeSpan.Zero)
                await Task.WhenAny(_next, Task.Delay(left, time, stopping));
            if (!_next.IsCompleted)
                return true;
        }

        var more = await _next;
        _next = null;
        return more;
    }

    private int Drain()
    {
        var hints = 0;
        while (hints < PushQueue.HintsMax && queue.Reader.TryRead(out var envelope))
        {
            hints++;
            Take(envelope);
        }

        return hints;
    }

    private void Take(PushEnvelope envelope)
    {
        metrics.Lag(time.GetUtcNow() - envelope.At);
        foreach (var change in envelope.Inbox)
        {
            if (map.Feed(change.Seat) is { } feed && feed.Accept(change, _ready))
                _holding.Enqueue((feed, time.GetTimestamp() + (long)(HoldMax.TotalSeconds * time.TimestampFrequency)));
        }

        foreach (var document in envelope.Documents)
        {
            boards.Touch(document);
            pages.Touch(document);
        }
    }

    private void ReleaseOverdue()
    {
        var now = time.GetTimestamp();
        while (_holding.Count > 0 && _holding.Peek().Until <= now)
        {
            if (_holding.Dequeue().Feed.Release(_ready))
                metrics.Gap();
        }
    }

    private void Flush()
    {
        foreach (var connection in _ready)
            connection.Flush(epoch.Value);
        metrics.Pushed(_ready.Count);
        _ready.Clear();
    }
}
