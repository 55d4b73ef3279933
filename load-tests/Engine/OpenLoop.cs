using System.Diagnostics;
using PartyRealtime.LoadTests.Scenarios;

namespace PartyRealtime.LoadTests.Engine;

/// <summary>
/// Arrivals by the clock: the next one comes when it is due, whether or not the last one has been served. A slow server
/// therefore meets the same arrivals as a fast one, and its slowness is measured, not left out.
/// </summary>
public static class OpenLoop
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(2);

    /// <summary>
    /// Returns when every arrival has come to its end. An arrival that fails is reported and does not stop the others.
    /// </summary>
    /// <param name="step">Which arrivals, and how fast.</param>
    /// <param name="arrive">One arrival, to its end.</param>
    /// <param name="failed">Told of an arrival that threw.</param>
    /// <param name="cancellation">Ends the schedule.</param>
    /// <returns>How many arrivals there were, and how far the program itself came behind the schedule at worst.</returns>
    public static async Task<(long Arrivals, TimeSpan LateMax)> Run(
        Step step,
        Func<Arrival, Task> arrive,
        Action<Exception> failed,
        CancellationToken cancellation)
    {
        var begun = Stopwatch.GetTimestamp();
        var count = Math.Max(1, (long)(step.PerSecond * step.Duration.TotalSeconds));
        var open = new Pending();
        var lateMax = TimeSpan.Zero;
        using var timer = new PeriodicTimer(Tick);
        for (var number = 0L; number < count;)
        {
            await timer.WaitForNextTickAsync(cancellation);
            for (; number < count && Due(number) <= Stopwatch.GetTimestamp(); number++)
            {
                var arrival = new Arrival(step.FirstNumber + number, Due(number), step.IsMeasured);
                lateMax = arrival.Waited > lateMax ? arrival.Waited : lateMax;
                open.Begin();
                _ = Serve(arrival);
            }
        }

        await open.AllEnded().WaitAsync(cancellation);
        return (count, lateMax);

        long Due(long number) => begun + (long)(number / step.PerSecond * Stopwatch.Frequency);

        async Task Serve(Arrival arrival)
        {
            await Task.Yield();
            try
            {
                await arrive(arrival);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                failed(e);
            }
            finally
            {
                open.End();
            }
        }
    }

    /// <summary>Counts what has begun and not ended; one more for the schedule itself.</summary>
    private sealed class Pending
    {
        private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private long _open = 1;

        /// <summary>Called once, when nothing more will begin: done when all has ended.</summary>
        public Task AllEnded()
        {
            End();
            return _ended.Task;
        }

        public void Begin() => Interlocked.Increment(ref _open);

        public void End()
        {
            if (Interlocked.Decrement(ref _open) == 0)
                _ended.SetResult();
        }
    }
}
