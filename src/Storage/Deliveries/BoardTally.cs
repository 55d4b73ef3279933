using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>The board's figures, added up from one grouped query.</summary>
internal sealed record BoardTally(long Version, BoardTotals Totals, ImmutableArray<BoardTile> Tiles)
{
    public static BoardTally Of(
        IReadOnlyCollection<TallyRow> rows, int people, bool recalled, Func<string, string> tileName, long documentPosition)
    {
        var tiles = rows
            .GroupBy(row => row.Tile)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Tile(group.Key, tileName(group.Key), group.ToList(), recalled));
        var totals = new BoardTotals(
            rows.Sum(row => row.Units),
            people,
            rows.Sum(row => row.Opened),
            In(rows, DeliveryState.Sent),
            In(rows, DeliveryState.Arrived),
            In(rows, DeliveryState.Registered),
            In(rows, DeliveryState.Assigned),
            In(rows, DeliveryState.InProgress),
            In(rows, DeliveryState.Finished),
            In(rows, DeliveryState.Returned),
            recalled ? Waiting(rows) : 0,
            In(rows, RecallAnswer.Agreed),
            In(rows, RecallAnswer.Refused));
        return new BoardTally(documentPosition + rows.Sum(row => row.Positions), totals, [.. tiles]);
    }

    private static BoardTile Tile(string code, string name, IReadOnlyCollection<TallyRow> rows, bool recalled) => new(
        code,
        name,
        rows.Sum(row => row.Positions),
        rows.Sum(row => row.Units),
        rows.Sum(row => row.Opened),
        In(rows, DeliveryState.Sent),
        In(rows, DeliveryState.Arrived),
        In(rows, DeliveryState.Registered),
        In(rows, DeliveryState.Assigned),
        In(rows, DeliveryState.InProgress),
        In(rows, DeliveryState.Finished),
        In(rows, DeliveryState.Returned),
        recalled ? Waiting(rows) : 0,
        In(rows, RecallAnswer.Agreed),
        In(rows, RecallAnswer.Refused));

    /// <summary>Whoever holds a copy, or is about to, and has not said yes or no.</summary>
    private static int Waiting(IEnumerable<TallyRow> rows) => rows
        .Where(row => row.Recall is RecallAnswer.None or RecallAnswer.Asked && row.State != DeliveryState.Returned)
        .Sum(row => row.Units);

    private static int In(IEnumerable<TallyRow> rows, RecallAnswer answer) =>
        rows.Where(row => row.Recall == answer).Sum(row => row.Units);

    private static int In(IEnumerable<TallyRow> rows, DeliveryState state) =>
        rows.Where(row => row.State == state).Sum(row => row.Units);
}
