using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// The batch's inbox changes. Bumps of one seat are folded into one; positions are handed out in the batch's order and
/// become the setting <c>pr.places</c>, an array by the change's number in the batch, from 1.
/// </summary>
internal static class InboxStatements
{
    private const string Place = "(SELECT current_setting('pr.places')::bigint[])[i.idx]";
    private const string Key = "t.seat_id = i.seat AND t.subject = i.subject AND t.reason = i.reason AND t.box = i.from_box";
    private const string Stored = "i.idx, t.arrived_at_ms, t.arrived_seq, t.read_by, t.urgency, t.secrecy, t.due_on, t.overdue, t.note";

    // A statement sees its own table as it was before the statement; the seat's head is locked, so nobody else writes the row.
    private const string WasOverdue =
        "(SELECT o.overdue FROM inbox_item o WHERE o.seat_id = t.seat_id AND o.subject = t.subject AND o.reason = t.reason) AS was_overdue";

    private const string KeyInput = "$1::int[], $2::int[], $3::int[], $4::uuid[], $5::int[], $6::int[]";
    private const string KeyNames = "ord, idx, seat, subject, reason, from_box";
    private const string ContentInput = "$7::int[], $8::int[], $9::int[], $10::text[], $11::uuid[], $12::uuid[], $13::int[], $14::int[], $15::text[]";
    private const string ContentNames = "to_box, urgency, secrecy, due_on, document, delivery, from_unit, from_official, note";

    private const string Bump =
        $"""
        WITH change AS MATERIALIZED (
          SELECT i.idx, i.seat, {WriterStatement.IsOk} AS ok
          FROM unnest($1::int[], $2::int[]) WITH ORDINALITY AS i(ord, seat, idx)
        ), numbered AS MATERIALIZED (
          SELECT c.*, row_number() OVER (PARTITION BY c.seat ORDER BY c.idx) AS place FROM change c WHERE c.ok
        ), placed AS MATERIALIZED (
          SELECT n.idx, h.position + n.place AS position FROM numbered n
          CROSS JOIN LATERAL (SELECT position FROM inbox_head WHERE seat_id = n.seat OFFSET 0) h
          UNION ALL SELECT c.idx, 0 FROM change c WHERE NOT c.ok
        ), folded AS MATERIALIZED (
          SELECT seat, count(*) AS changes FROM numbered GROUP BY seat
        ), bumped AS (
          UPDATE inbox_head h SET position = h.position + f.changes FROM folded f WHERE h.seat_id = f.seat RETURNING 1
        ), places AS MATERIALIZED (
          SELECT array_agg(position ORDER BY idx) AS list FROM placed
        )
        SELECT p.list, length(set_config('pr.places', p.list::text, true)),
          pr_expect('inbox_head', (SELECT count(*) FROM folded), (SELECT count(*) FROM bumped))
        FROM places p
        """;

    private const string Arrive =
        $"""
        INSERT INTO inbox_item (seat_id, subject, reason, box, changed_seq, arrived_seq, arrived_at_ms, read_by, overdue,
          urgency, secrecy, due_on, document_id, delivery_id, from_unit_id, from_official_id, note)
        SELECT i.seat, i.subject, i.reason, i.to_box, {Place}, {Place}, pr_now_ms(), ',', 0,
          i.urgency, i.secrecy, i.due_on, i.document, i.delivery, i.from_unit, i.from_official, i.note
        FROM unnest({KeyInput}, {ContentInput}) AS i({KeyNames}, {ContentNames})
        WHERE {WriterStatement.IsOk}
        """;

    private const string Move =
        $"""
        WITH done AS (
          UPDATE inbox_item t SET changed_seq = {Place}, box = i.to_box, urgency = i.urgency, secrecy = i.secrecy,
            overdue = CASE WHEN t.due_on IS NOT DISTINCT FROM i.due_on THEN t.overdue ELSE 0 END,
            due_on = i.due_on, document_id = i.document, delivery_id = i.delivery, from_unit_id = i.from_unit,
            from_official_id = i.from_official, note = i.note
          FROM unnest({KeyInput}, {ContentInput}) AS i({KeyNames}, {ContentNames})
          WHERE {WriterStatement.IsOk} AND {Key} RETURNING {Stored}, {WasOverdue}
        )
        {Result}
        """;

    private const string Read =
        $"""
        WITH done AS (
          UPDATE inbox_item t SET changed_seq = {Place}, read_by = t.read_by || i.reader || ','
          FROM unnest({KeyInput}, $7::text[]) AS i({KeyNames}, reader)
          WHERE {WriterStatement.IsOk} AND {Key} AND strpos(t.read_by, ',' || i.reader || ',') = 0
          RETURNING {Stored}, t.overdue AS was_overdue
        )
        {Result}
        """;

    private const string Due =
        $"""
        WITH done AS (
          UPDATE inbox_item t SET changed_seq = {Place}, overdue = 1 FROM unnest({KeyInput}) AS i({KeyNames})
          WHERE {WriterStatement.IsOk} AND {Key} AND t.overdue = 0 RETURNING {Stored}, 0::smallint AS was_overdue
        )
        {Result}
        """;

    private const string Remove =
        $"""
        WITH done AS (
          DELETE FROM inbox_item t USING unnest({KeyInput}) AS i({KeyNames})
          WHERE {WriterStatement.IsOk} AND {Key} RETURNING {Stored}, t.overdue AS was_overdue, t.seat_id, t.subject, t.reason
        ), buried AS (
          INSERT INTO inbox_tombstone (seat_id, changed_seq, subject, reason, at_ms)
          SELECT i.seat_id, {Place}, i.subject, i.reason, pr_now_ms() FROM done i
        )
        {Result}
        """;

    // The assertion is the outer side, so that it is made even where nothing was done.
    private const string Result =
        $"""
        SELECT d.idx, d.arrived_at_ms, d.arrived_seq, d.read_by, d.urgency, d.secrecy, d.due_on, d.overdue, d.note, d.was_overdue
        FROM (SELECT pr_expect('inbox_item',
          (SELECT count(*) FROM unnest($1::int[]) AS i(ord) WHERE {WriterStatement.IsOk}), (SELECT count(*) FROM done))) AS e
        LEFT JOIN done d ON true
        """;

    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch, BatchAnswers answers)
    {
        List<int> ords = [], seats = [];
        var kinds = new Dictionary<InboxChangeKind, InboxArguments>();
        for (var c = 0; c < batch.Count; c++)
        {
            foreach (var change in batch[c].Commit.Inbox)
            {
                ords.Add(c + 1);
                seats.Add(change.Key.Seat.Value);
                if (!kinds.TryGetValue(change.Kind, out var kind))
                    kinds.Add(change.Kind, kind = new InboxArguments(change.Kind));
                kind.Add(c + 1, ords.Count, change);
            }
        }

        if (ords.Count == 0)
            yield break;
        yield return new WriterStatement(Bump, [ords, seats], answers.OnPlaces);
        foreach (var (kind, arguments) in kinds)
        {
            yield return kind == InboxChangeKind.Arrived
                ? new WriterStatement(Arrive, arguments.Arrays)
                : new WriterStatement(TextOf(kind), arguments.Arrays, answers.OnStored);
        }
    }

    private static string TextOf(InboxChangeKind kind) => kind switch
    {
        InboxChangeKind.Moved => Move,
        InboxChangeKind.Read => Read,
        InboxChangeKind.Due => Due,
        _ => Remove,
    };
}
