namespace PartyRealtime.StorageTests.Stores;

/// <summary>A time of day that is set, on or back, beside a monotonic clock that only advances. It has no timers.</summary>
public sealed class SetClock : TimeProvider
{
    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;
    private TimeSpan run;
    private TimeSpan apart;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => run += by;

    public void Set(TimeSpan by) => apart += by;

    public override DateTimeOffset GetUtcNow() => began + run + apart;

    public override long GetTimestamp() => run.Ticks;
}
