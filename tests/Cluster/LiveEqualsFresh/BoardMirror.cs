using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>An open board, kept from what is pushed alone: the whole board first, then what changed.</summary>
internal sealed class BoardMirror
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Watcher _device;
    private readonly string _document;
    private readonly SortedDictionary<string, BoardTile> _tiles = new(StringComparer.Ordinal);
    private readonly HashSet<BoardFeedLine> _lines = [];
    private BoardTotals? _totals;
    private BoardRecall? _recall;
    private long _version;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public BoardMirror(Watcher device, string document)
    {
        (_device, _document) = (device, document);
        device.Hub.On<JsonElement>("BoardChanged", message => Apply(message.Deserialize<BoardChange>(WireJson.Options)!));
    }

    /// <summary>Waits until the mirror shows what a fresh read shows.</summary>
    public async Task AssertEqualsFresh()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            var fresh = await _device.Person.Get<Board>($"/api/documents/{_document}/board");
            lock (_lock)
            {
                if (fresh.Totals == _totals
                    && fresh.Recall == _recall
                    && fresh.Tiles.OrderBy(tile => tile.Code, StringComparer.Ordinal).SequenceEqual(_tiles.Values)
                    && fresh.Feed.All(_lines.Contains))
                    return;
            }

            try
            {
                await moved.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"The board shows {_totals}, the tables {fresh.Totals}; lines {_lines.Count} and {fresh.Feed.Length}.");
            }
        }
    }

    /// <summary>Waits until the pushed recall is as wanted.</summary>
    public async Task Until(Func<BoardRecall?, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var moved = Volatile.Read(ref _moved).Task;
            lock (_lock)
            {
                if (wanted(_recall))
                    return;
            }

            await moved.WaitAsync(patience.Token);
        }
    }

    private void Apply(BoardChange change)
    {
        lock (_lock)
        {
            if (change.DocumentId.ToString() != _document || change.Version < _version)
                return;
            _version = change.Version;
            _totals = change.Totals;
            _recall = change.Recall;
            foreach (var tile in change.Tiles)
                _tiles[tile.Code] = tile;
            _lines.UnionWith(change.Feed);
        }

        Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
