using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartyRealtime.Contracts.Nodes;
using PartyRealtime.Silo.Hosting;
using PartyRealtime.Silo.Nodes;

namespace PartyRealtime.ClusterTests.Nodes;

/// <summary>A node that does not reach the store, alone or with all others.</summary>
public sealed class StoreWatchTests : IDisposable
{
    private const int LooksEnough = 20;

    private static readonly TimeSpan LookedMax = TimeSpan.FromMinutes(1);

    /// <summary>As the watch does.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new();
    private readonly Others _others = new();
    private readonly StopCount _lifetime = new();
    private readonly StoreWatch _watch;
    private int _looks;
    private Func<bool> _answers = () => false;

    public StoreWatchTests() => _watch = new StoreWatch(
        _ =>
        {
            Interlocked.Increment(ref _looks);
            return Task.FromResult(_answers());
        },
        _others, new NodeIdentity("a", NodeRoles.Web | NodeRoles.Silo), new NodeEnd(_lifetime, NullLogger<NodeEnd>.Instance), _time, NullLogger<StoreWatch>.Instance);

    public void Dispose()
    {
        _watch.Dispose();
        _lifetime.Dispose();
    }

    [Fact]
    public async Task One_that_is_alone_gives_up_after_its_time()
    {
        await Look(until: () => _lifetime.Stops > 0);
        Assert.Equal(1, _lifetime.Stops);
        Assert.InRange(_looks, 2, LooksEnough);
    }

    [Fact]
    public async Task One_of_many_that_do_not_reach_it_stays()
    {
        _others.State = NodeState.NotReady;
        await Look(until: () => _looks >= LooksEnough);
        Assert.Equal(0, _lifetime.Stops);
    }

    [Fact]
    public async Task One_that_reaches_it_now_and_then_stays()
    {
        _answers = () => _looks % 4 == 0;
        await Look(until: () => _looks >= LooksEnough);
        Assert.Equal(0, _lifetime.Stops);
    }

    private async Task Look(Func<bool> until)
    {
        await _watch.StartAsync(CancellationToken.None);
        var began = TimeProvider.System.GetTimestamp();
        // What the watch does at a tick of its clock it does on another thread, and it begins on one.
        using var step = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (Volatile.Read(ref _looks) == 0 && MayGoOn())
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await step.WaitForNextTickAsync();
        }

        while (!until() && MayGoOn())
        {
            var looks = Volatile.Read(ref _looks);
            _time.Advance(LookEvery);
            // Time that went by without a look would be none in which the store was seen to be away.
            while (Volatile.Read(ref _looks) == looks && !until() && MayGoOn())
                await step.WaitForNextTickAsync();
        }

        Assert.True(until(), "It did not look.");
        await _watch.StopAsync(CancellationToken.None);

        bool MayGoOn() => TimeProvider.System.GetElapsedTime(began) < LookedMax;
    }

    private sealed class Others : INodes
    {
        public NodeState State { get; set; } = NodeState.Ready;

        public Task<ImmutableArray<NodeReport>> Ask() =>
            Task.FromResult<ImmutableArray<NodeReport>>([new("a", NodeState.NotReady, null), new("b", State, null)]);

        public Task<bool> Stop(string name, DateTimeOffset orderedAt) => throw new NotSupportedException();

        public Task<bool?> Resume(string name, DateTimeOffset orderedAt) => throw new NotSupportedException();
    }

    private sealed class StopCount : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public int Stops { get; private set; }

        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => _stopping.Token;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => Stops++;

        public void Dispose() => _stopping.Dispose();
    }
}
