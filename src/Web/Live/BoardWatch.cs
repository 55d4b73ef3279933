using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Storage.Deliveries;

namespace PartyRealtime.Web.Live;

/// <summary>
/// One board that somebody on this node has open: what was sent last, and whether it may have changed since.
/// </summary>
internal sealed class BoardWatch(DocumentId document) : DocumentWatch(document)
{
    /// <summary>Feed lines are asked again over this time: steps commit in another order than their times.</summary>
    private static readonly TimeSpan FeedOverlap = TimeSpan.FromSeconds(10);

    private readonly Lock _sent = new();
    private Dictionary<string, BoardTile> _tiles = [];
    private HashSet<BoardFeedLine> _lines = [];
    private BoardTotals? _totals;
    private BoardRecall? _recall;
    private long _version;
    private DateTimeOffset _newest = DateTimeOffset.UnixEpoch + FeedOverlap;

    /// <summary>When it was compared last, by the node's monotonic clock.</summary>
    public long LookedAt { get; private set; }

    /// <summary>
    /// The whole board for somebody who begins to watch; null when the document has none. Changes are compared with the
    /// oldest whole board that was sent since the last look, so that they leave nothing out for anybody.
    /// </summary>
    public async Task<BoardChange?> Whole(IBoardReads boards, CancellationToken cancellation)
    {
        if (await boards.Pulse(Document, DateTimeOffset.UnixEpoch, cancellation) is not { } whole)
            return null;
        lock (_sent)
        {
            if (_totals is null || whole.Version < _version)
                Remember(whole);
        }

        Touch();
        return whole;
    }

    /// <summary>Reads the board and returns what changed since the last look, or null when nothing did. One caller at a time.</summary>
    public async Task<BoardChange?> Look(IBoardReads boards, TimeProvider time, CancellationToken cancellation)
    {
        Untouch();
        LookedAt = time.GetTimestamp();
        DateTimeOffset after;
        lock (_sent)
        {
            // Nobody was sent the whole board yet: there is nothing to compare with.
            if (_totals is null)
                return null;
            after = _newest - FeedOverlap;
        }

        if (await boards.Pulse(Document, after, cancellation) is not { } pulse)
            return null;
        lock (_sent)
        {
            ImmutableArray<BoardTile> tiles = [.. pulse.Tiles.Where(tile => _tiles.GetValueOrDefault(tile.Code) != tile)];
            ImmutableArray<BoardFeedLine> lines = [.. pulse.Feed.Where(line => !_lines.Contains(line))];
            var same = tiles.IsEmpty && lines.IsEmpty && _totals == pulse.Totals && _recall == pulse.Recall;
            Remember(pulse);
            return same ? null : pulse with { Tiles = tiles, Feed = lines };
        }
    }

    private void Remember(BoardChange pulse)
    {
        (_totals, _recall, _version) = (pulse.Totals, pulse.Recall, pulse.Version);
        _tiles = pulse.Tiles.ToDictionary(tile => tile.Code);
        _lines = [.. pulse.Feed];
        foreach (var line in pulse.Feed)
            _newest = line.At > _newest ? line.At : _newest;
    }
}
