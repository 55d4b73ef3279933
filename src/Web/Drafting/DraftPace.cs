namespace PartyRealtime.Web.Drafting;

/// <summary>
/// How fast one socket is read: 50 updates and 50 other frames a second, and twice as many at once. Who sends more is not
/// refused, for his text would be lost, but waits, and the network holds back what comes behind.
/// </summary>
internal sealed class DraftPace(TimeProvider time)
{
    public const int FramesPerSecondMax = 50;

    private const int BurstMax = 2 * FramesPerSecondMax;

    private readonly FramePace _updates = new(FramesPerSecondMax, BurstMax, time);
    private readonly FramePace _others = new(FramesPerSecondMax, BurstMax, time);

    /// <summary>Waits until one more frame may be handled. One caller at a time.</summary>
    public ValueTask Take(bool isUpdate) => isUpdate ? _updates.Take() : _others.Take();
}
