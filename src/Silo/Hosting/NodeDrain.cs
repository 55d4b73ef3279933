using System.Collections.Immutable;
using PartyRealtime.Contracts.Nodes;

namespace PartyRealtime.Silo.Hosting;

/// <summary>
/// The drain of this node that an operator has ordered: from the order on the node is not ready, a little later it takes no new
/// connection and moves those it has at a pace that the other nodes bear, and when none is left it stops. Until then the drain
/// can be taken back. SIGTERM does not wait for any of it.
/// </summary>
public sealed class NodeDrain(IEnumerable<IConnectionsHere> connections, DrainOptions options, IHostApplicationLifetime lifetime, TimeProvider time)
    : IDisposable
{
    private readonly ImmutableArray<IConnectionsHere> _connections = [.. connections];
    private readonly Lock _lock = new();
    private CancellationTokenSource? _underWay;
    private DrainStep _step;
    private DateTimeOffset _since;
    private DateTimeOffset _orderedAt;
    private DateTimeOffset _takenBack = DateTimeOffset.MinValue;
    private int _atFirst;

    public bool IsUnderWay
    {
        get
        {
            lock (_lock)
                return _underWay is not null;
        }
    }

    /// <summary>Whether the node takes people's connections; not from the moment on that it moves those it has.</summary>
    public bool TakesConnections
    {
        get
        {
            lock (_lock)
                return _underWay is null || _step == DrainStep.Closing;
        }
    }

    /// <summary>How it stands; null while none is under way.</summary>
    public DrainReport? Report
    {
        get
        {
            lock (_lock)
                return _underWay is null ? null : new DrainReport(_step, _since, _atFirst, Math.Min(Count, _atFirst), options.PerSecond);
        }
    }

    private int Count => _connections.Sum(kind => kind.Count);

    /// <summary>Begins, and returns at once. Nothing happens while one is under way, and for an order that was taken back.</summary>
    public void Begin(DateTimeOffset orderedAt)
    {
        CancellationToken takenBack;
        lock (_lock)
        {
            if (_underWay is not null || orderedAt <= _takenBack)
                return;
            _underWay = new CancellationTokenSource();
            takenBack = _underWay.Token;
            (_step, _since, _orderedAt, _atFirst) = (DrainStep.Closing, time.GetUtcNow(), orderedAt, Count);
        }

        // What runs at the stop blocks its caller for seconds.
        _ = Task.Run(() => Run(takenBack), CancellationToken.None);
    }

    /// <summary>
    /// The node serves on. False when it stops already. True also when none is under way; one that was ordered later goes on.
    /// </summary>
    public bool TakeBack(DateTimeOffset orderedAt)
    {
        lock (_lock)
        {
            if (_underWay is null || _orderedAt > orderedAt)
                return true;
            if (_step == DrainStep.Stopping)
                return false;
            _takenBack = _orderedAt;
            _underWay.Cancel();
            _underWay.Dispose();
            _underWay = null;
            return true;
        }
    }

    public void Dispose() => _underWay?.Dispose();

    private async Task Run(CancellationToken takenBack)
    {
        try
        {
            await Task.Delay(options.Notice, time, takenBack);
            if (!Enter(DrainStep.Moving, takenBack))
                return;
            await Move(takenBack);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (Enter(DrainStep.Stopping, takenBack))
            lifetime.StopApplication();
    }

    private async Task Move(CancellationToken takenBack)
    {
        var began = time.GetTimestamp();
        var limit = options.Grace + TimeSpan.FromSeconds((double)Count / options.PerSecond);
        var atOnce = Math.Max(1, (int)(options.PerSecond * options.Period.TotalSeconds));
        using var timer = new PeriodicTimer(options.Period, time);
        while (Count > 0 && time.GetElapsedTime(began) < limit)
        {
            var left = atOnce;
            foreach (var kind in _connections)
                left -= await kind.Move(left);
            await timer.WaitForNextTickAsync(takenBack);
        }
    }

    private bool Enter(DrainStep step, CancellationToken takenBack)
    {
        lock (_lock)
        {
            if (takenBack.IsCancellationRequested)
                return false;
            _step = step;
            return true;
        }
    }
}
