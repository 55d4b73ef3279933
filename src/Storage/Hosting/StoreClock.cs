namespace PartyRealtime.Storage.Hosting;

/// <summary>
/// The time of day by the clock of the database, which all nodes share; spans and timers by the machine's monotonic clock.
/// A machine whose own clock is wrong, or is set while the node runs, decides nothing by it. Until the database was heard
/// it is the machine's time. For many threads.
/// </summary>
public sealed class StoreClock : TimeProvider
{
    /// <summary>What the database says is cut to whole milliseconds.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    /// <summary>The time of day at timestamp 0, in ticks of UTC.</summary>
    private long _zeroAt;

    public StoreClock() => _zeroAt = System.GetUtcNow().UtcTicks - Running(GetTimestamp()).Ticks;

    public override DateTimeOffset GetUtcNow() => At(GetTimestamp());

    /// <summary>
    /// Takes what the database's clock said at some moment between the question and its answer. What may be true already
    /// stays, so that a slow answer moves nothing; otherwise the time of day is moved no further than it must be. One
    /// caller at a time.
    /// </summary>
    /// <param name="said">Cut to whole milliseconds.</param>
    /// <param name="asked">The timestamp before the question.</param>
    /// <param name="answered">The timestamp behind the answer.</param>
    /// <returns>By how much the time of day was moved; nearly always zero.</returns>
    public TimeSpan Heard(DateTimeOffset said, long asked, long answered)
    {
        var (earliest, latest) = (said - At(answered), said + Step - At(asked));
        var moved = earliest > TimeSpan.Zero ? earliest : latest < TimeSpan.Zero ? latest : TimeSpan.Zero;
        Interlocked.Add(ref _zeroAt, moved.Ticks);
        return moved;
    }

    private static TimeSpan Running(long timestamp) => System.GetElapsedTime(0, timestamp);

    private DateTimeOffset At(long timestamp) => new(Interlocked.Read(ref _zeroAt) + Running(timestamp).Ticks, TimeSpan.Zero);
}
