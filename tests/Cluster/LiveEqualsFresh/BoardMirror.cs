using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Wire;

namespace PartyRealtime.ClusterTests.LiveEqualsFresh;

/// <summary>
/// An open board, kept from what is pushed alone: the whole board first, then what changed. The units of a tile are read when
/// the tile is pushed and at no other time, as a page of them does.
/// </summary>
internal sealed class BoardMirror
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Watcher _device;
    private readonly string _document;
    private readonly SortedDictionary<string, BoardTile> _tiles = new(StringComparer.Ordinal);
    private readonly HashSet<BoardFeedLine> _lines = [];
    private readonly HashSet<string> _behind = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _units = new(StringComparer.Ordinal);
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
            await ReadPushedTiles();
            var fresh = await _device.Person.Get<Board>($"/api/documents/{_document}/board");
            var units = await Task.WhenAll(fresh.Tiles.Select(tile => tile.Code).Order(StringComparer.Ordinal).Select(Units));
            lock (_lock)
            {
                if (fresh.Totals == _totals
                    && units.SequenceEqual(_units.Values)
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
                Assert.Fail(
                    $"The board shows {_totals}, the tables {fresh.Totals}; lines {_lines.Count} and {fresh.Feed.Length}; "
                    + $"the units that differ: {string.Join("; ", units.Except(_units.Values))}.");
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

    private async Task ReadPushedTiles()
    {
        string[] pushed;
        lock (_lock)
        {
            pushed = [.. _behind];
            _behind.Clear();
        }

        foreach (var code in pushed)
        {
            var units = await Units(code);
            lock (_lock)
                _units[code] = units;
        }
    }

    private async Task<string> Units(string tile) => JsonSerializer.Serialize(
        (await _device.Person.Get<BoardTileUnits>($"/api/documents/{_document}/board/{tile}")).Units, WireJson.Options);

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
            {
                _tiles[tile.Code] = tile;
                _behind.Add(tile.Code);
            }

            _lines.UnionWith(change.Feed);
        }

        Interlocked.Exchange(ref _moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
