using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>A node that is told to stop.</summary>
public sealed class NodeSelfTests : IDisposable
{
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _time = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly StoppedLifetime _lifetime = new();
    private readonly NodeMeters _meters;
    private readonly ProcessorShare _processors;
    private readonly NodeDrain _drain;
    private readonly NodeSelf _self;

    public NodeSelfTests()
    {
        _meters = new NodeMeters(_services.GetRequiredService<IMeterFactory>(), _time);
        _processors = new ProcessorShare(_time, () => TimeSpan.Zero);
        _drain = new NodeDrain([], new DrainOptions(), _lifetime, _time);
        _self = new NodeSelf(
            new NodeIdentity("a", NodeRoles.Web | NodeRoles.Silo), _meters, _processors, new Readiness(_lifetime, _drain, null!, null!, null!), _drain, _lifetime, _time);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _drain.Dispose();
        _processors.Dispose();
        _services.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task It_says_so_at_once_and_stops_once()
    {
        _self.Stop(_time.GetUtcNow());
        _self.Stop(_time.GetUtcNow());
        Assert.Equal(NodeState.Draining, (await _self.Report()).State);
        var began = TimeProvider.System.GetTimestamp();
        while (!_lifetime.ApplicationStopping.IsCancellationRequested && TimeProvider.System.GetElapsedTime(began) < StopMax)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(1, _lifetime.Stops);
    }

    [Fact]
    public void An_order_for_a_former_process_of_its_name_is_left_alone()
    {
        _self.Stop(_time.GetUtcNow() - NodeLimits.ClocksApartMax - TimeSpan.FromMilliseconds(1));
        Assert.False(_self.IsDraining);
        _self.Stop(_time.GetUtcNow() - NodeLimits.ClocksApartMax);
        Assert.True(_self.IsDraining);
    }
}
