using System.Collections.Immutable;
using System.Threading.Channels;
using PartyRealtime.Contracts.Live;

namespace PartyRealtime.Silo.Push;

/// <summary>This node's line to one other: hints wait in a bounded queue and leave in batches, one batch at a time.</summary>
internal sealed class PushLine : IAsyncDisposable
{
    /// <summary>Hints that may wait; one more is lost.</summary>
    public const int WaitingMax = 8_192;

    /// <summary>Hints in a batch.</summary>
    private const int BatchMax = 512;

    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromSeconds(1);

    private readonly Channel<PushEnvelope> _waiting = Channel.CreateBounded<PushEnvelope>(
        new BoundedChannelOptions(WaitingMax) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _ended = new();
    private readonly FollowedThere _there = new();
    private readonly SiloAddress _node;
    private readonly PushWays _ways;
    private readonly Task _running;

    public PushLine(SiloAddress node, PushWays ways)
    {
        (_node, _ways) = (node, ways);
        _running = Task.WhenAll(Task.Run(SendHints), Task.Run(TellFollowed));
    }

    /// <summary>Queues what is wanted there. Returns at once.</summary>
    public void Offer(PushEnvelope hint)
    {
        if (_there.Wanted(hint) is { } wanted && !_waiting.Writer.TryWrite(wanted))
            _ways.Metrics.Lost(1);
    }

    /// <summary>The other node has said what it follows; false when something is missing in between.</summary>
    public bool Hear(FollowedChange change) => _there.Apply(change);

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _running;
        _ended.Dispose();
    }

    private async Task SendHints()
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(_ended.Token))
                await SendBatch();
        }
        catch (OperationCanceledException)
        {
            // The node is gone, or this one goes.
        }
    }

    private async Task SendBatch()
    {
        var batch = ImmutableArray.CreateBuilder<PushEnvelope>();
        while (batch.Count < BatchMax && _waiting.Reader.TryRead(out var hint))
            batch.Add(hint);
        try
        {
            var way = await _ways.Link.Send(_node, batch.ToImmutable());
            _ways.Metrics.Sent(batch.Count, way);
        }
        catch (Exception) when (!_ended.IsCancellationRequested)
        {
            // Not sent again: the poll of heads on the other node finds what it lacks.
            _ways.Metrics.Lost(batch.Count);
        }
    }

    private async Task TellFollowed()
    {
        long? told = null;
        try
        {
            while (!_ended.IsCancellationRequested)
            {
                if (told is { } version)
                    await _ways.Here.Moved(version).WaitAsync(_ended.Token);
                var change = _ways.Here.Since(_ways.Self, told);
                told = await Tell(change) ? change.Version : null;
                if (told is null)
                    await Task.Delay(TellAgainAfter, _ways.Time, _ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // As above.
        }
    }

    private async Task<bool> Tell(FollowedChange change)
    {
        try
        {
            return await _ways.Orleans.Tell(_node, change);
        }
        catch (Exception)
        {
            return false;
        }
    }
}
