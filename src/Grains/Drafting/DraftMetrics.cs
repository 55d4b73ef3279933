using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PartyRealtime.Grains.Drafting;

/// <summary>What the drafts of this node tell operators, on the meter "PartyRealtime.Drafts"; never whose draft it is.</summary>
internal sealed class DraftMetrics : IDisposable
{
    /// <summary>Up to <see cref="DraftBatch.UpdatesMax"/>.</summary>
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 500] };

    /// <summary>A snapshot holds its draft up for so long.</summary>
    private static readonly InstrumentAdvice<double> Times = new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1],
    };

    private readonly ConcurrentDictionary<DraftRooms, bool> open = new();
    private readonly Meter meter;
    private readonly Counter<long> taken;
    private readonly Counter<long> declined;
    private readonly Counter<long> doubts;
    private readonly Histogram<int> batchSize;
    private readonly Histogram<double> snapshotSeconds;

    public DraftMetrics(IMeterFactory factory)
    {
        meter = factory.Create("PartyRealtime.Drafts");
        taken = meter.CreateCounter<long>("drafting.taken", "{update}", "Updates that became durable.");
        declined = meter.CreateCounter<long>("drafting.declined", "{update}", "Updates that were not taken, by reason.");
        doubts = meter.CreateCounter<long>("drafting.doubts", "{draft}", "Drafts read anew: their memory was not known to be what the tables hold.");
        batchSize = meter.CreateHistogram("drafting.batch.size", "{update}", "Updates in one commit of a draft.", null, Sizes);
        snapshotSeconds = meter.CreateHistogram("drafting.snapshot.duration", "s", "To encode a draft for its snapshot.", null, Times);
        meter.CreateObservableGauge("drafting.drafts", () => open.Count, "{draft}", "Drafts open on this node.");
        meter.CreateObservableGauge("drafting.rooms", () => open.Keys.Sum(rooms => rooms.Count), "{room}", "Rooms that these drafts are open in.");
    }

    public void Opened(DraftRooms rooms) => open[rooms] = true;

    public void Closed(DraftRooms rooms) => open.TryRemove(rooms, out _);

    public void Saved(int updates)
    {
        taken.Add(updates);
        batchSize.Record(updates);
    }

    public void Declined(string reason) => declined.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public void Doubt() => doubts.Add(1);

    public void Snapshot(TimeSpan took) => snapshotSeconds.Record(took.TotalSeconds);

    public void Dispose() => meter.Dispose();
}
