using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>What a node makes of the meters that it has.</summary>
public sealed class NodeMetersTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _here = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ServiceProvider _elsewhere = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose()
    {
        _here.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public void Times_are_milliseconds_and_rates_are_a_second()
    {
        using var meters = new NodeMeters(_here.GetRequiredService<IMeterFactory>(), _time);
        var commits = Meter(_here, "PartyRealtime.Commits");
        var sizes = commits.CreateHistogram<int>("commits.batch.size");
        var seconds = commits.CreateHistogram<double>("commits.batch.duration");
        for (var batch = 0; batch < 10; batch++)
        {
            sizes.Record(20);
            seconds.Record(0.012);
        }

        Meter(_here, "PartyRealtime.Live").CreateCounter<long>("live.poll_hits").Add(3);
        Meter(_here, "PartyRealtime.Live").CreateHistogram<double>("live.lag").Record(0.25);
        _time.Advance(TimeSpan.FromSeconds(10));
        var figures = meters.Read();
        Assert.Equal((20.0, 20.0), (figures.CommitsPerSecond, figures.BatchSize));
        Assert.Equal((12.0, 12.0, 250.0), (figures.CommitMsP50!.Value, figures.CommitMsP99!.Value, figures.PushLagMsP99!.Value));
        Assert.Equal(3, figures.LostHints);
    }

    [Fact]
    public void What_stands_is_looked_at_when_somebody_asks()
    {
        using var meters = new NodeMeters(_here.GetRequiredService<IMeterFactory>(), _time);
        var (open, waiting, age) = (3, 40, 2.5);
        Meter(_here, "PartyRealtime.Live").CreateObservableUpDownCounter("live.connections", () => open);
        Meter(_here, "PartyRealtime.Commits").CreateObservableGauge("commits.queue.length", () => waiting);
        Assert.Null(meters.Read().OldestJobSeconds);
        Meter(_here, "PartyRealtime.Jobs").CreateObservableGauge("jobs.oldest.age", () => age);
        (open, waiting) = (5, 41);
        var figures = meters.Read();
        Assert.Equal((5, 41, 2.5), (figures.Connections, figures.QueueLength, figures.OldestJobSeconds));
        Assert.Null(figures.PushLagMsP99);
    }

    [Fact]
    public void Another_node_in_this_process_is_not_listened_to()
    {
        using var meters = new NodeMeters(_here.GetRequiredService<IMeterFactory>(), _time);
        Meter(_elsewhere, "PartyRealtime.Live").CreateObservableUpDownCounter("live.connections", () => 900);
        Assert.Equal(0, meters.Read().Connections);
    }

    private static Meter Meter(IServiceProvider provider, string name) => provider.GetRequiredService<IMeterFactory>().Create(name);
}
