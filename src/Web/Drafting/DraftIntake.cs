using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Web.Drafting;

/// <summary>
/// The way of updates to a draft's grain: one call in flight and at most one in a period, and everything that comes meanwhile
/// goes together in the next, in the order it came. After a pause an update goes at once. What goes together becomes durable
/// by one commit and is told to everybody in one message: where fifty people type, that is most of a node's work. Each update
/// is answered once, when it is durable or refused.
/// </summary>
/// <param name="grain">The draft.</param>
/// <param name="period">The shortest time between the beginnings of two calls.</param>
/// <param name="time">The node's clock.</param>
/// <param name="failed">Called when a call broke off: every socket of the room is to be closed for a while.</param>
internal sealed class DraftIntake(IDraftingGrain grain, Func<TimeSpan> period, TimeProvider time, Action failed)
{
    /// <summary>Updates that may wait; one more is not taken.</summary>
    public const int WaitingMax = 4_000;

    /// <summary>Bytes that may wait when another update comes.</summary>
    public const int BytesWaitingMax = 16 * 1024 * 1024;

    private const int CallUpdatesMax = 500;
    private const int CallBytesMax = 4 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<(DraftVisit Visit, DraftUpdate Update)> _waiting = new();
    private long _bytes;
    private bool _isSending;

    /// <summary>Queues an update and returns at once. One that cannot wait is answered <see cref="DraftAnswer.TryAgain"/>.</summary>
    public void Offer(DraftVisit visit, byte[] update)
    {
        bool isFull, begins;
        lock (_lock)
        {
            isFull = _waiting.Count >= WaitingMax || _bytes > BytesWaitingMax;
            begins = !isFull && !_isSending;
            if (!isFull)
            {
                _waiting.Enqueue((visit, new DraftUpdate(visit.Official, update, visit.Number, visit.Client)));
                _bytes += update.Length;
                _isSending = true;
            }
        }

        if (isFull)
            visit.Answer(DraftAnswer.TryAgain);
        else if (begins)
            _ = Send();
    }

    private async Task Send()
    {
        while (Next() is { Count: > 0 } batch)
        {
            var began = time.GetTimestamp();
            try
            {
                var answers = await grain.Take([.. batch.Select(one => one.Update)]);
                for (var place = 0; place < batch.Count; place++)
                    batch[place].Visit.Answer(answers[place]);
            }
            catch (Exception)
            {
                // Whether they are durable is not known: everybody re-syncs, and sends what the draft lacks.
                Clear();
                failed();
            }

            if (period() - time.GetElapsedTime(began) is var rest && rest > TimeSpan.Zero)
                await Task.Delay(rest, time);
        }
    }

    private void Clear()
    {
        lock (_lock)
        {
            _waiting.Clear();
            _bytes = 0;
        }
    }

    private List<(DraftVisit Visit, DraftUpdate Update)> Next()
    {
        lock (_lock)
        {
            var batch = new List<(DraftVisit Visit, DraftUpdate Update)>(Math.Min(_waiting.Count, CallUpdatesMax));
            var bytes = 0;
            while (batch.Count < CallUpdatesMax && bytes < CallBytesMax && _waiting.TryDequeue(out var next))
            {
                bytes += next.Update.Bytes.Length;
                batch.Add(next);
            }

            _bytes -= bytes;
            _isSending = batch.Count > 0;
            return batch;
        }
    }
}
