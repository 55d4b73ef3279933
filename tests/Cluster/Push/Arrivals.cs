using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.ClusterTests.Push;

/// <summary>What has come to a node for its connections, in its order.</summary>
internal sealed class Arrivals : IPushSink
{
    private readonly Lock _lock = new();
    private readonly List<(SeatId Seat, long Position)> _seats = [];
    private readonly List<DocumentId> _documents = [];
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Hints that lack a part: what reads them further in does not look for that.</summary>
    public int Broken { get; private set; }

    public bool Offer(PushEnvelope envelope)
    {
        if (envelope is not { Inbox.IsDefault: false, Documents.IsDefault: false } || envelope.Inbox.Any(change => change is null))
        {
            Broken++;
            return true;
        }

        TaskCompletionSource moved;
        lock (_lock)
        {
            _seats.AddRange(envelope.Inbox.Select(change => (change.Seat, change.Position)));
            _documents.AddRange(envelope.Documents);
            (moved, _moved) = (_moved, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.SetResult();
        return true;
    }

    /// <summary>The positions of this seat, as they came.</summary>
    public IReadOnlyList<long> Of(SeatId seat)
    {
        lock (_lock)
            return [.. _seats.Where(change => change.Seat == seat).Select(change => change.Position)];
    }

    /// <summary>How often a hint of this document came.</summary>
    public int Of(DocumentId document)
    {
        lock (_lock)
            return _documents.Count(came => came == document);
    }

    /// <summary>Waits until so many hints of the seat have come; false when the time is over.</summary>
    public Task<bool> Came(SeatId seat, int hints, TimeSpan max) => Until(() => Of(seat).Count >= hints, max);

    /// <summary>Looks whenever something has come.</summary>
    public async Task<bool> Until(Func<bool> isSo, TimeSpan max)
    {
        using var limit = new CancellationTokenSource(max);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            if (isSo())
                return true;
            try
            {
                await moved.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }
    }
}
