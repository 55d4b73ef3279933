namespace PartyRealtime.Web.Drafting;

/// <summary>
/// How fast one socket is read: 50 updates and 50 other frames a second, and twice as many at once. Who sends more is not
/// refused, for his text would be lost, but waits, and the network holds back what comes behind.
/// </summary>
internal sealed class DraftPace(TimeProvider time)
{
    public const int FramesPerSecondMax = 50;

    private const int BurstMax = 2 * FramesPerSecondMax;

    private double _updates = BurstMax;
    private double _others = BurstMax;
    private long _at = time.GetTimestamp();

    /// <summary>Waits until one more frame may be handled. One caller at a time.</summary>
    public async ValueTask Take(bool isUpdate)
    {
        var now = time.GetTimestamp();
        var refilled = time.GetElapsedTime(_at, now).TotalSeconds * FramesPerSecondMax;
        _at = now;
        _updates = Math.Min(BurstMax, _updates + refilled);
        _others = Math.Min(BurstMax, _others + refilled);
        var left = isUpdate ? --_updates : --_others;
        if (left < 0)
            await Task.Delay(TimeSpan.FromSeconds(-left / FramesPerSecondMax), time);
    }
}
