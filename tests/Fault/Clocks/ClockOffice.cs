using PartyRealtime.FaultTests.Clusters;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.FaultTests.Clocks;

/// <summary>Three nodes, one of which reads its time of day from a clock that a test sets.</summary>
public sealed class ClockOffice(PostgreSqlServer database) : IAsyncLifetime
{
    /// <summary>The node whose clock is set.</summary>
    public const int Odd = 1;

    private ProcessClock? _clock;
    private OfficeCluster? _cluster;
    private string _reason = "";

    internal ProcessClock Clock => _clock ?? throw new InvalidOperationException(_reason);

    public OfficeCluster Cluster => _cluster ?? throw new InvalidOperationException("The nodes are not started.");

    public async ValueTask InitializeAsync()
    {
        _clock = ProcessClock.Make(out _reason);
        if (_clock is not { } clock)
            return;
        _cluster = new OfficeCluster(database) { Environment = node => node == Odd ? clock.Environment : new Dictionary<string, string>() };
        await _cluster.InitializeAsync();
    }

    /// <summary>All nodes run and agree on the time, whatever the test before has left. Skips the test where no clock can be set.</summary>
    public async Task Together()
    {
        Assert.SkipWhen(_clock is null, _reason);
        Clock.Set(TimeSpan.Zero);
        await Cluster.Mend();
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _clock?.Dispose();
    }
}
