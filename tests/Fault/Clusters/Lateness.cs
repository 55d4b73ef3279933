using System.Globalization;

namespace PartyRealtime.FaultTests.Clusters;

/// <summary>How late the machine was in some time, by what 99 % of the times were not later than.</summary>
/// <param name="Timer">A timer of 10 ms, which waits for a processor.</param>
/// <param name="Disk">4 KB that are written and synced every 100 ms, which wait for the disk.</param>
internal sealed record Lateness(TimeSpan Timer, TimeSpan Disk)
{
    public TimeSpan Worst => Timer > Disk ? Timer : Disk;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Timer >= Disk ? "a 10 ms timer" : "a sync of 4 KB")} was {Worst.TotalMilliseconds:0} ms late at the p99");
}
