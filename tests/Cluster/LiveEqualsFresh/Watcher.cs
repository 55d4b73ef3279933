using System.Collections.Immutable;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Live;
using PartyRealtime.Contracts.Wire;
using PartyRealtime.Nodes;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// One device of a person: connected with the real client, it keeps a full snapshot and one that only counts, from
/// pushes alone; only a gap or the news of a later head makes it catch up.
/// </summary>
internal sealed class Watcher : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Channel<object> _came = Channel.CreateUnbounded<object>();
    private readonly HubConnection _hub;
    private readonly Task _following;
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile InboxSnapshot _full;
    private volatile InboxSnapshot _counting;

    private Watcher(Person person, HubConnection hub, InboxSnapshot start)
    {
        (Person, _hub, _full) = (person, hub, start);
        _counting = start with { Items = null };
        hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
        _following = Follow();
    }

    public Person Person { get; }

    public InboxSnapshot Snapshot => _full;

    /// <summary>How often it had to catch up.</summary>
    public int CatchUps { get; private set; }

    public HubConnection Hub => _hub;

    /// <summary>Ends when the connection is closed, by whichever side.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Ends when the poll of heads has seen this connection for the first time.</summary>
    public Task Told => _told.Task;

    /// <summary>Loses the line: nothing is pushed to this device any more.</summary>
    public Task Disconnect() => _hub.StopAsync();

    /// <summary>Asks for what it missed, as a device does that is back on line; true when everything was read afresh.</summary>
    public async Task<bool> Return()
    {
        var resyncs = Resyncs;
        await CatchUp();
        return Resyncs > resyncs;
    }

    /// <summary>How often it had to read everything afresh.</summary>
    public int Resyncs { get; private set; }

    /// <summary>Connects, then reads: what happens in between is among the pushes.</summary>
    public static async Task<Watcher> Connect(Person person, bool messagePack = false)
    {
        var hub = LiveLink.To(person, messagePack);
        var early = new List<object>();
        Watcher? watcher = null;
        void Came(object message)
        {
            lock (early)
            {
                if (watcher is null)
                    early.Add(message);
                else
                    watcher._came.Writer.TryWrite(message);
            }
        }

        hub.On<JsonElement>("InboxChanged", message => Came(message.Deserialize<InboxChanged>(WireJson.Options)!));
        hub.On<JsonElement>("Behind", message => Came(message.Deserialize<Behind>(WireJson.Options)!));
        await hub.StartAsync();
        var start = await FreshRead.Of(person);
        lock (early)
        {
            watcher = new Watcher(person, hub, start);
            foreach (var message in early)
                watcher._came.Writer.TryWrite(message);
        }

        return watcher;
    }

    /// <summary>
    /// Waits until this device stands where a fresh read stands, and compares: items, and the counters of both snapshots.
    /// </summary>
    public async Task AssertEqualsFresh(string after)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            var fresh = await FreshRead.Of(Person);
            var (full, counting) = (_full, _counting);
            if (Describe(full.Cursors) == Describe(fresh.Cursors) && Describe(counting.Cursors) == Describe(fresh.Cursors))
            {
                Assert.Equal(Describe(fresh.Items!.Values), Describe(full.Items!.Values));
                Assert.Equal(Describe(fresh.Counters.Values), Describe(full.Counters.Values));
                Assert.Equal(Describe(fresh.Counters.Values), Describe(counting.Counters.Values));
                return;
            }

            try
            {
                await moved.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{Person.SignIn} stands at {Describe(full.Cursors)}, the tables at {Describe(fresh.Cursors)}, after {after}.");
            }
        }
    }

    /// <summary>Waits for an item to be in the list.</summary>
    public async Task<InboxItem> Item(Func<InboxItem, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            if (_full.Items!.Values.FirstOrDefault(wanted) is { } item)
                return item;
            await moved.WaitAsync(patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _hub.DisposeAsync();
        _came.Writer.TryComplete();
        await _following;
    }

    private async Task Follow()
    {
        await foreach (var message in _came.Reader.ReadAllAsync())
        {
            switch (message)
            {
                case InboxChanged pushed when _full.Apply(pushed) is { } full && _counting.Apply(pushed) is { } counting:
                    (_full, _counting) = (full, counting);
                    break;
                case InboxChanged:
                    await CatchUp();
                    break;
                case Behind behind when _full.Cursors.GetValueOrDefault(behind.Seat.Value, -1) < behind.Head:
                    await CatchUp();
                    break;
            }

            if (message is Behind)
                _told.TrySetResult();
            Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private async Task CatchUp()
    {
        CatchUps++;
        var cursors = _full.Cursors.Select(cursor => new { seat = cursor.Key, epoch = _full.Epoch, position = cursor.Value });
        var (_, json) = await Person.Post("/api/inbox/catch-up", new { cursors });
        var answer = json.Deserialize<InboxCatchUp>(WireJson.Options)!;
        if (_full.Apply(answer) is { } caught)
        {
            _full = caught;
        }
        else
        {
            Resyncs++;
            _full = await FreshRead.Of(Person);
        }

        _counting = _full with { Items = null };
    }

    private static string Describe(ImmutableSortedDictionary<int, long> cursors) =>
        string.Join(", ", cursors.Select(cursor => $"{cursor.Key}@{cursor.Value}"));

    private static string Describe(IEnumerable<BoxCounter> counters) => string.Join('\n', counters);

    private static string Describe(IEnumerable<InboxItem> items) => string.Join('\n', items
        .Select(item => JsonSerializer.Serialize(item, WireJson.Options)).Order(StringComparer.Ordinal));
}
