using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.ClusterTests.Live;

/// <summary>The real clock at another time of day. Timers and durations run as ever; only what time it is is the test's.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _shiftTicks;

    /// <summary>It is so long before the last midnight of the offices.</summary>
    public ShiftedTime(TimeSpan beforeMidnight)
    {
        var now = System.GetUtcNow();
        var midnight = new DateTimeOffset(OfficeDay.Of(now).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(7));
        _shiftTicks = (midnight - beforeMidnight - now).Ticks;
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref _shiftTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref _shiftTicks));
}
