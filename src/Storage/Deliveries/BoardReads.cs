using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Every figure is counted from the delivery rows, in one snapshot per call.</summary>
internal sealed class BoardReads(IReadStore store, IOrganisation organisation, TimeProvider time) : IBoardReads
{
    private const int PlotPointsMax = 60;

    private const int FeedLinesMax = 30;

    private const int LateMax = 200;

    /// <summary>Which deliveries are late, of delivery AS v: the list and its count are of the same.</summary>
    private static readonly string LateSql = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        v.state = {(int)DeliveryState.Arrived} AND v.opened_at_ms IS NULL
        AND v.arrived_at_ms <= @before AND v.recall <> {(int)RecallAnswer.Agreed}
        """);

    public async Task<Board?> Board(DocumentId document, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var head = await connection.QuerySingleOrDefaultAsync<HeadRow>(
            """
            SELECT position AS Position, symbol AS Symbol, type AS Type, urgency AS Urgency, abstract AS Abstract, due_on AS DueOn,
                   people AS People, issued_at_ms AS IssuedAt, recall_reason AS RecallReason,
                   recall_asked_at_ms AS RecallAskedAt, recalled_at_ms AS RecalledAt
            FROM document WHERE id = @id AND issued_at_ms IS NOT NULL
            """,
            new { id = document.Value });
        if (head is null)
            return null;
        var now = time.GetUtcNow();
        var before = now - ReceiptTimes.RemindAfter(head.Urgency);
        var tally = await Tally(connection, document, head);
        return new Board
        {
            DocumentId = document,
            Version = tally.Version,
            IssuedAt = head.IssuedAt,
            Symbol = head.Symbol,
            Type = head.Type,
            TypeName = AuthorityTable.Find(head.Type)?.Name ?? head.Type,
            TypeNameEn = AuthorityTable.Find(head.Type)?.NameEn ?? head.Type,
            Urgency = head.Urgency,
            Abstract = head.Abstract,
            DueOn = head.DueOn,
            Totals = tally.Totals,
            Recall = head.Recall,
            Tiles = tally.Tiles,
            Plot = await Plot(connection, document, head.IssuedAt, now),
            Feed = await Feed(connection, document, DateTimeOffset.UnixEpoch),
            LateAfterMinutes = (int)ReceiptTimes.RemindAfter(head.Urgency).TotalMinutes,
            Late = await Late(connection, document, now, before),
            LateUnits = await Count(connection, document, LateSql, before),
            Remindable = await Count(connection, document, RemindableSql.Due, before),
        };
    }

    public async Task<BoardChange?> Pulse(DocumentId document, DateTimeOffset after, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await RecallHead(connection, document) is not { } head)
            return null;
        var tally = await Tally(connection, document, head);
        return new BoardChange(document, tally.Version, tally.Totals, tally.Tiles, await Feed(connection, document, after), head.Recall);
    }

    public async Task<BoardTileUnits?> Tile(DocumentId document, string tile, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        if (await RecallHead(connection, document) is not { } head)
            return null;
        var tally = await Tally(connection, document, head);
        if (tally.Tiles.FirstOrDefault(candidate => candidate.Code == tile) is not { } found)
            return null;
        return new BoardTileUnits(found, await Units(connection, document, tile));
    }

    public async Task<ImmutableArray<BoardUnit>?> Units(DocumentId document, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        return await RecallHead(connection, document) is null ? null : await Units(connection, document, null);
    }

    /// <summary>All of the document where no tile is named; its own index finds both.</summary>
    private async Task<ImmutableArray<BoardUnit>> Units(DbConnection connection, DocumentId document, string? tile)
    {
        var rows = await connection.QueryAsync<UnitRow>(
            $"""
            SELECT v.id AS Id, v.unit_id AS Unit, v.tile AS Tile, v.state AS State, v.number AS Number, v.arrived_at_ms AS ArrivedAt,
                   v.opened_at_ms AS OpenedAt, o.name AS OpenedBy, v.registered_at_ms AS RegisteredAt, r.name AS RegisteredBy,
                   v.finished_at_ms AS FinishedAt, v.return_reason AS ReturnReason, v.recall AS Recall,
                   v.recall_answered_at_ms AS RecallAnsweredAt, v.recall_refusal AS RecallRefusal,
                   v.reminded_at_ms AS RemindedAt
            FROM delivery v LEFT JOIN official o ON o.id = v.opened_by LEFT JOIN official r ON r.id = v.registered_by
            WHERE v.document_id = @id{(tile is null ? "" : " AND v.tile = @tile")}
            """,
            new { id = document.Value, tile });
        return
        [
            .. rows.OrderBy(row => row.Tile, StringComparer.Ordinal)
                .ThenBy(row => organisation.Ref(row.Unit).Name, Contracts.Text.VietnameseOrder.Text)
                .Select(row => new BoardUnit(
                    row.Id, organisation.Ref(row.Unit), row.State, row.Number, row.ArrivedAt, row.OpenedAt, row.OpenedBy, row.RegisteredAt, row.FinishedAt,
                    row.ReturnReason, row.Recall, row.RecallAnsweredAt, row.RecallRefusal, row.RemindedAt, row.RegisteredBy)),
        ];
    }

    private static Task<HeadRow?> RecallHead(DbConnection connection, DocumentId document) =>
        connection.QuerySingleOrDefaultAsync<HeadRow>(
            """
            SELECT position AS Position, people AS People, recall_reason AS RecallReason, recall_asked_at_ms AS RecallAskedAt, recalled_at_ms AS RecalledAt
            FROM document WHERE id = @id AND issued_at_ms IS NOT NULL
            """,
            new { id = document.Value });

    private async Task<BoardTally> Tally(DbConnection connection, DocumentId document, HeadRow head)
    {
        var rows = await connection.QueryAsync<TallyRow>(
            """
            SELECT tile AS Tile, state AS State, recall AS Recall, COUNT(*) AS Units,
                   SUM(CASE WHEN opened_at_ms IS NULL THEN 0 ELSE 1 END) AS Opened, SUM(position) AS Positions
            FROM delivery WHERE document_id = @id GROUP BY tile, state, recall
            """,
            new { id = document.Value });
        return BoardTally.Of([.. rows], head.People, head.Recall is not null, organisation.TileName, head.Position);
    }

    private static async Task<ImmutableArray<BoardPoint>> Plot(
        DbConnection connection, DocumentId document, DateTimeOffset issuedAt, DateTimeOffset now)
    {
        var moments = (await connection.QueryAsync<long>(
            "SELECT registered_at_ms FROM delivery WHERE document_id = @id AND registered_at_ms IS NOT NULL ORDER BY registered_at_ms",
            new { id = document.Value })).AsList();
        var end = Math.Max(now.ToUnixTimeMilliseconds(), issuedAt.ToUnixTimeMilliseconds() + 1);
        var start = issuedAt.ToUnixTimeMilliseconds();
        var points = ImmutableArray.CreateBuilder<BoardPoint>(PlotPointsMax);
        var received = 0;
        for (var i = 0; i < PlotPointsMax; i++)
        {
            var at = start + ((end - start) * i / (PlotPointsMax - 1));
            while (received < moments.Count && moments[received] <= at)
                received++;
            points.Add(new BoardPoint(DateTimeOffset.FromUnixTimeMilliseconds(at), received));
        }

        return points.DrainToImmutable();
    }

    private async Task<ImmutableArray<BoardFeedLine>> Feed(DbConnection connection, DocumentId document, DateTimeOffset after)
    {
        var rows = await connection.QueryAsync<FeedRow>(BoardFeed.Sql, new { id = document.Value, after = after.ToUnixTimeMilliseconds(), max = FeedLinesMax });
        return [.. rows.Select(row => new BoardFeedLine(
            row.At, row.Unit, organisation.Ref(row.Unit).Name, organisation.Ref(row.Unit).Province, row.Kind, row.Number, row.Text))];
    }

    private static Task<int> Count(DbConnection connection, DocumentId document, string which, DateTimeOffset before) =>
        connection.QuerySingleAsync<int>(
            $"SELECT COUNT(*) FROM delivery v WHERE v.document_id = @id AND {which}",
            new { id = document.Value, before = before.ToUnixTimeMilliseconds() });

    private async Task<ImmutableArray<BoardLate>> Late(DbConnection connection, DocumentId document, DateTimeOffset now, DateTimeOffset before)
    {
        var rows = await connection.QueryAsync<LateRow>(
            $"""
            SELECT v.unit_id AS Unit, v.arrived_at_ms AS ArrivedAt, v.reminded_at_ms AS RemindedAt FROM delivery v
            WHERE v.document_id = @id AND {LateSql} ORDER BY v.arrived_at_ms, v.ordinal LIMIT @max
            """,
            new { id = document.Value, before = before.ToUnixTimeMilliseconds(), max = LateMax });
        return [.. rows.Select(row => new BoardLate(
            row.Unit, organisation.Ref(row.Unit).Name, organisation.Ref(row.Unit).Province, (int)(now - row.ArrivedAt).TotalMinutes, row.RemindedAt))];
    }

    private sealed record HeadRow
    {
        public long Position { get; init; }

        public string? Symbol { get; init; }

        public string Type { get; init; } = "";

        public Urgency Urgency { get; init; }

        public string Abstract { get; init; } = "";

        public DateOnly? DueOn { get; init; }

        public int People { get; init; }

        public DateTimeOffset IssuedAt { get; init; }

        public string? RecallReason { get; init; }

        public DateTimeOffset? RecallAskedAt { get; init; }

        public DateTimeOffset? RecalledAt { get; init; }

        public BoardRecall? Recall => RecallAskedAt is { } asked ? new BoardRecall(RecallReason ?? "", asked, RecalledAt) : null;
    }

    private sealed record UnitRow
    {
        public DeliveryId Id { get; init; }

        public UnitId Unit { get; init; }

        public string Tile { get; init; } = "";

        public DeliveryState State { get; init; }

        public long? Number { get; init; }

        public DateTimeOffset? ArrivedAt { get; init; }

        public DateTimeOffset? OpenedAt { get; init; }

        public string? OpenedBy { get; init; }

        public DateTimeOffset? RegisteredAt { get; init; }

        public string? RegisteredBy { get; init; }

        public DateTimeOffset? FinishedAt { get; init; }

        public string? ReturnReason { get; init; }

        public RecallAnswer Recall { get; init; }

        public DateTimeOffset? RecallAnsweredAt { get; init; }

        public string? RecallRefusal { get; init; }

        public DateTimeOffset? RemindedAt { get; init; }
    }

    private sealed record FeedRow
    {
        public DateTimeOffset At { get; init; }

        public UnitId Unit { get; init; }

        public string Kind { get; init; } = "";

        public long? Number { get; init; }

        public string? Text { get; init; }
    }

    private sealed record LateRow
    {
        public UnitId Unit { get; init; }

        public DateTimeOffset ArrivedAt { get; init; }

        public DateTimeOffset? RemindedAt { get; init; }
    }
}
