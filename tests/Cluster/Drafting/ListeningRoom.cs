using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.ClusterTests.Drafting;

/// <summary>A room that writes down what it is told.</summary>
internal sealed class ListeningRoom : IDraftRoom
{
    /// <summary>Orleans knows a room by a weak reference, and a test that waits for a room is known by nobody else.</summary>
    private static readonly ConcurrentBag<ListeningRoom> Known = [];

    private readonly Channel<DraftRelay> relays = Channel.CreateUnbounded<DraftRelay>();
    private readonly TaskCompletionSource reopened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<long> discussed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<int> others = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ListeningRoom() => Known.Add(this);

    /// <summary>Ends when the room is told to let its people come anew.</summary>
    public Task Reopened => reopened.Task;

    /// <summary>How many other rooms there were when that was told first.</summary>
    public Task<int> OthersTold => others.Task;

    /// <summary>The document's position that was told first when something was said.</summary>
    public Task<long> DiscussedAt => discussed.Task;

    /// <summary>The next relay that has updates; relays follow each other without a gap.</summary>
    public async Task<DraftRelay> Next()
    {
        while (true)
        {
            var relay = await relays.Reader.ReadAsync();
            if (!relay.Updates.IsEmpty)
                return relay;
        }
    }

    public Task Relay(DraftRelay relay)
    {
        relays.Writer.TryWrite(relay);
        return Task.CompletedTask;
    }

    public Task Aware(byte[] awareness) => Task.CompletedTask;

    public Task Others(ImmutableArray<IDraftRoom> rooms)
    {
        others.TrySetResult(rooms.Length);
        return Task.CompletedTask;
    }

    public Task Reopen()
    {
        reopened.TrySetResult();
        return Task.CompletedTask;
    }

    public Task Discussed(long position)
    {
        discussed.TrySetResult(position);
        return Task.CompletedTask;
    }
}
