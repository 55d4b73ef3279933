using System.Diagnostics.Metrics;
using PartyRealtime.Contracts.Jobs;

namespace PartyRealtime.Grains.Jobs;

/// <summary>The meter "PartyRealtime.Jobs": how long the oldest open job has been waiting, as this node saw it last.</summary>
internal sealed class JobMetrics : IDisposable
{
    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private JobRow? _oldest;

    public JobMetrics(IMeterFactory factory, TimeProvider time)
    {
        _time = time;
        _meter = factory.Create("PartyRealtime.Jobs");
        _meter.CreateObservableGauge("jobs.oldest.age", Age, "s", "Since the oldest open job was made; 0 when none is open.");
    }

    public void Saw(JobRow? oldest) => _oldest = oldest;

    public void Dispose() => _meter.Dispose();

    private double Age() => _oldest is { } job ? (_time.GetUtcNow() - job.CreatedAt).TotalSeconds : 0;
}
