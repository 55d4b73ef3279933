using System.Diagnostics.Metrics;

namespace PartyRealtime.Web.Live;

/// <summary>The meter "PartyRealtime.Live".</summary>
internal sealed class LiveMetrics : IDisposable
{
    public const string MeterName = "PartyRealtime.Live";

    /// <summary>Without these a histogram has steps of 5 s, in which every push lies in the first.</summary>
    private static readonly InstrumentAdvice<double> Times = new()
    {
        HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    };

    private readonly Meter _meter;
    private readonly Counter<long> _pushes;
    private readonly Counter<long> _drops;
    private readonly Counter<long> _pollHits;
    private readonly Counter<long> _gaps;
    private readonly Counter<long> _cuts;
    private readonly Counter<long> _refused;
    private readonly Histogram<double> _lag;

    public LiveMetrics(IMeterFactory factory, LiveMap map)
    {
        _meter = factory.Create(MeterName);
        _meter.CreateObservableUpDownCounter("live.connections", () => map.Connections, "{connection}", "Open live connections.");
        _meter.CreateObservableUpDownCounter("live.seats", () => map.Seats, "{seat}", "Seats that some connection follows.");
        _pushes = _meter.CreateCounter<long>("live.pushes", "{connection}", "Connections that were handed something to send.");
        _drops = _meter.CreateCounter<long>("live.drops", "{hint}", "Hints dropped because the node's queue was full.");
        _pollHits = _meter.CreateCounter<long>("live.poll_hits", "{seat}", "Heads beyond the last push: a hint was lost.");
        _gaps = _meter.CreateCounter<long>("live.gaps", "{seat}", "Positions that did not arrive in time to be pushed in order.");
        _cuts = _meter.CreateCounter<long>("live.cuts", "{connection}", "Connections that the node closed: too slow, other seats, another epoch.");
        _refused = _meter.CreateCounter<long>("live.refused", "{request}", "Connections refused near the node's limit.");
        _lag = _meter.CreateHistogram("live.lag", "s", "From the commit's end to the connection's queue.", null, Times);
    }

    public void Pushed(int connections) => _pushes.Add(connections);

    public void Dropped() => _drops.Add(1);

    public void PollHit() => _pollHits.Add(1);

    public void Gap() => _gaps.Add(1);

    public void Cut() => _cuts.Add(1);

    public void Refused() => _refused.Add(1);

    public void Lag(TimeSpan lag) => _lag.Record(lag.TotalSeconds);

    public void Dispose() => _meter.Dispose();
}
