namespace PartyRealtime.Yjs.Updates;

/// <summary>Units of one client, from a clock on.</summary>
/// <param name="Length">At least 1.</param>
public readonly record struct ClockRange(long Clock, long Length)
{
    /// <summary>The clock after the last unit.</summary>
    public long End => Clock + Length;
}
