using System.Diagnostics.Metrics;

namespace PartyRealtime.Silo.Nodes;

/// <summary>Listens to the meters that this process has anyway, and keeps the last minute of what operators ask for.</summary>
internal sealed class NodeMeters : IDisposable
{
    private readonly LastMinute _batchSizes;
    private readonly LastMinute _batchSeconds;
    private readonly LastMinute _lagSeconds;
    private readonly LastMinute _lostHints;
    private readonly IMeterFactory _meters;
    private readonly MeterListener _listener = new();
    private double _queueLength;
    private double _connections;
    private double? _oldestJobSeconds;

    public NodeMeters(IMeterFactory meters, TimeProvider time)
    {
        _meters = meters;
        (_batchSizes, _batchSeconds, _lagSeconds, _lostHints) = (new(time), new(time), new(time), new(time));
        _listener.InstrumentPublished = Follow;
        _listener.SetMeasurementEventCallback<int>((_, value, _, take) => ((Action<double>)take!)(value));
        _listener.SetMeasurementEventCallback<long>((_, value, _, take) => ((Action<double>)take!)(value));
        _listener.SetMeasurementEventCallback<double>((_, value, _, take) => ((Action<double>)take!)(value));
        _listener.Start();
    }

    /// <summary>The figures of now, without those of the process itself.</summary>
    public MeterFigures Read()
    {
        _listener.RecordObservableInstruments();
        var (sizes, seconds) = (_batchSizes.Read(), _batchSeconds.Read());
        return new MeterFigures(
            (int)_connections,
            sizes.Sum / sizes.Seconds,
            sizes.Count == 0 ? null : sizes.Sum / sizes.Count,
            seconds.Half * 1_000,
            seconds.P99 * 1_000,
            (int)_queueLength,
            _lagSeconds.Read().P99 * 1_000,
            (int)_lostHints.Read().Sum,
            _oldestJobSeconds);
    }

    public void Dispose() => _listener.Dispose();

    private void Follow(Instrument instrument, MeterListener listener)
    {
        // Another host in this process has a factory of its own, and meters by it.
        if (instrument.Meter.Scope is not null && instrument.Meter.Scope != _meters)
            return;
        Action<double>? take = (instrument.Meter.Name, instrument.Name) switch
        {
            ("PartyRealtime.Commits", "commits.batch.size") => _batchSizes.Take,
            ("PartyRealtime.Commits", "commits.batch.duration") => _batchSeconds.Take,
            ("PartyRealtime.Commits", "commits.queue.length") => length => _queueLength = length,
            ("PartyRealtime.Live", "live.lag") => _lagSeconds.Take,
            ("PartyRealtime.Live", "live.poll_hits") => _lostHints.Take,
            ("PartyRealtime.Live", "live.connections") => count => _connections = count,
            ("PartyRealtime.Jobs", "jobs.oldest.age") => age => _oldestJobSeconds = age,
            _ => null,
        };
        if (take is not null)
            listener.EnableMeasurementEvents(instrument, take);
    }
}
