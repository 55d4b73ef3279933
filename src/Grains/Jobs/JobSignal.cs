using System.Threading.Channels;

namespace PartyRealtime.Grains.Jobs;

/// <summary>Wakes this node's job runner at once instead of at its next look. A lost ring costs that wait, nothing else.</summary>
internal sealed class JobSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _bell.Writer.TryWrite(true);

    /// <summary>Waits for a ring, at most this long.</summary>
    public async Task Wait(TimeSpan longest, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(longest);
        try
        {
            await _bell.Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The time is up: look without a ring.
        }
    }
}
