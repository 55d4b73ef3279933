namespace PartyRealtime.Web.Drafting;

/// <summary>
/// Lets so many frames of one kind through a second, and so many at once. Who sends more is not refused but waits. One caller
/// at a time.
/// </summary>
internal sealed class FramePace(int perSecondMax, int atOnceMax, TimeProvider time)
{
    private double _left = atOnceMax;
    private long _at = time.GetTimestamp();

    /// <summary>Waits until one more may be handled.</summary>
    public async ValueTask Take()
    {
        var now = time.GetTimestamp();
        _left = Math.Min(atOnceMax, _left + (time.GetElapsedTime(_at, now).TotalSeconds * perSecondMax)) - 1;
        _at = now;
        if (_left < 0)
            await Task.Delay(TimeSpan.FromSeconds(-_left / perSecondMax), time);
    }
}
