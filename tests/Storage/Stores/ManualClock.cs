namespace PartyRealtime.StorageTests.Stores;

/// <summary>A clock that stands where the test puts it; timers run on real time.</summary>
public sealed class ManualClock : TimeProvider
{
    private long ticks;

    public void Set(DateTimeOffset now) => Volatile.Write(ref ticks, now.UtcTicks);

    public override DateTimeOffset GetUtcNow() => new(Volatile.Read(ref ticks), TimeSpan.Zero);
}
