using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>What one node of this process has counted, by the instrument and the value of its tag.</summary>
internal sealed class PushTally : IDisposable
{
    private readonly ConcurrentDictionary<(string Instrument, string? Way), long> _counts = new();
    private readonly MeterListener _listener = new();

    /// <param name="meters">The node's own, which its meters are scoped to.</param>
    public PushTally(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters && instrument.Meter.Name is "PartyRealtime.Push" or "PartyRealtime.Live")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _counts.AddOrUpdate((instrument.Name, WayOf(tags)), value, (_, before) => before + value));
        _listener.Start();
    }

    /// <summary>The count since the start, over all tags unless one is given.</summary>
    public long Of(string instrument, string? way = null) =>
        _counts.Where(count => count.Key.Instrument == instrument && (way is null || count.Key.Way == way)).Sum(count => count.Value);

    public void Dispose() => _listener.Dispose();

    private static string? WayOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
        {
            if (name == "way")
                return value as string;
        }

        return null;
    }
}
