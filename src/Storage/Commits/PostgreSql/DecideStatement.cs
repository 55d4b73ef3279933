using System.Runtime.InteropServices;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Decides on every command of the batch at once, under the locks: what its claim says, whether its heads are where
/// the decision was made, whether its items are where it says. The verdicts, a letter a command, become the
/// transaction-local setting <c>pr.ok</c> that every later statement filters by.
/// </summary>
internal static class DecideStatement
{
    public const char Ok = 'Z';
    public const char Abandoned = 'A';
    public const char BodyDiffers = 'B';
    public const char Replayed = 'C';
    public const char Lost = 'L';
    public const char Misplaced = 'M';

    // Letters sort by rank: the first that applies to a command is its verdict.
    private const string Text =
        """
        WITH command AS MATERIALIZED (
          SELECT * FROM unnest($1::int[], $2::uuid[], $3::bytea[]) WITH ORDINALITY AS c(official, command, hash, ord)
        ), claimed AS MATERIALIZED (
          SELECT c.ord, k.stream, k.first_position, k.last_position, k.at_ms,
            CASE WHEN k.last_position < 0 THEN 'A' WHEN k.body_hash = c.hash THEN 'C' ELSE 'B' END AS verdict
          FROM command c CROSS JOIN LATERAL (
            SELECT * FROM claim WHERE official_id = c.official AND command_id = c.command OFFSET 0) k
        ), lost AS MATERIALIZED (
          SELECT e.ord, min(e.idx) AS idx
          FROM unnest($4::int[], $5::int[], $6::uuid[], $7::bigint[]) AS e(ord, idx, stream, expected)
          LEFT JOIN LATERAL (SELECT position, xmin FROM stream_head WHERE stream = e.stream OFFSET 0) h ON true
          WHERE CASE WHEN e.expected = 0 THEN h.xmin IS DISTINCT FROM (SELECT pg_current_xact_id()::xid)
            ELSE h.position IS DISTINCT FROM e.expected END
          GROUP BY e.ord
        ), misplaced AS MATERIALIZED (
          SELECT DISTINCT i.ord
          FROM unnest($8::int[], $9::int[], $10::uuid[], $11::int[], $12::int[], $13::text[], $14::bool[], $15::text[])
            AS i(ord, seat, subject, reason, from_box, reader, due, due_on)
          LEFT JOIN LATERAL (SELECT position FROM inbox_head WHERE seat_id = i.seat OFFSET 0) h ON true
          LEFT JOIN LATERAL (SELECT box, read_by, overdue, due_on FROM inbox_item
            WHERE seat_id = i.seat AND subject = i.subject AND reason = i.reason OFFSET 0) s ON true
          WHERE h.position IS NULL OR s.box IS DISTINCT FROM i.from_box
            OR strpos(s.read_by, i.reader) > 0 OR (i.due AND (s.overdue <> 0 OR s.due_on IS DISTINCT FROM i.due_on))
        ), verdict AS MATERIALIZED (
          SELECT ord, min(letter) AS letter FROM (
            SELECT ord, 'Z' AS letter FROM command
            UNION ALL SELECT ord, verdict FROM claimed
            UNION ALL SELECT ord, 'L' FROM lost
            UNION ALL SELECT ord, 'M' FROM misplaced) AS every
          GROUP BY ord
        )
        SELECT 0, v.letters, length(set_config('pr.ok', v.letters, true)), pr_now_ms(),
          NULL::uuid, (extract(epoch FROM clock_timestamp() - now()) * 1000000)::bigint, NULL::bigint, NULL::bigint, NULL::text, NULL::text
        FROM (SELECT string_agg(letter, '' ORDER BY ord) AS letters FROM verdict) AS v
        UNION ALL
        SELECT k.ord, 'C', 0, k.at_ms, k.stream, k.first_position, k.last_position, f.number, f.number_on, f.symbol
        FROM claimed k CROSS JOIN LATERAL (
          SELECT number, number_on, symbol FROM fact WHERE stream = k.stream AND position = k.first_position OFFSET 0) f
        WHERE k.verdict = 'C'
        UNION ALL
        SELECT l.ord, 'L', l.idx, 0, NULL, NULL, NULL, NULL, NULL, NULL FROM lost l
        """;

    // Of commands that name nothing which could stand elsewhere: rows that are written once are decided on by their keys.
    private const string AllPass =
        """
        SELECT 0::bigint, v.letters, length(set_config('pr.ok', v.letters, true)), pr_now_ms(),
          NULL::uuid, (extract(epoch FROM clock_timestamp() - now()) * 1000000)::bigint
        FROM (SELECT repeat('Z', $1) AS letters) AS v
        """;

    public static WriterStatement Of(IReadOnlyList<QueuedCommit> batch, BatchAnswers answers)
    {
        if (batch.All(queued => queued.Commit is { Claim: null, Appends.IsEmpty: true, Inbox.IsEmpty: true }))
            return new WriterStatement(AllPass, [batch.Count], answers.OnVerdict);
        var officials = new int?[batch.Count];
        var commands = new Guid?[batch.Count];
        var hashes = new byte[]?[batch.Count];
        List<int> ords = [], indexes = [];
        List<Guid> streams = [];
        List<long> expected = [];
        var items = new ItemArguments();
        for (var c = 0; c < batch.Count; c++)
        {
            var commit = batch[c].Commit;
            if (commit.Claim is { } claim)
            {
                officials[c] = claim.Key.Official.Value;
                commands[c] = claim.Key.Command.Value;
                hashes[c] = ImmutableCollectionsMarshal.AsArray(claim.BodyHash);
            }

            for (var a = 0; a < commit.Appends.Length; a++)
            {
                ords.Add(c + 1);
                indexes.Add(a);
                streams.Add(commit.Appends[a].Stream.Value);
                expected.Add(commit.Appends[a].Expected);
            }

            foreach (var change in commit.Inbox)
                items.Add(c + 1, change);
        }

        return new WriterStatement(
            Text, [officials, commands, hashes, ords, indexes, streams, expected, .. items.Arrays], answers.OnVerdict);
    }

    private sealed class ItemArguments
    {
        private readonly List<int> ords = [];
        private readonly List<int> seats = [];
        private readonly List<Guid> subjects = [];
        private readonly List<int> reasons = [];
        private readonly List<int?> boxes = [];
        private readonly List<string?> readers = [];
        private readonly List<bool> dues = [];
        private readonly List<string?> days = [];

        public object[] Arrays => [ords, seats, subjects, reasons, boxes, readers, dues, days];

        public void Add(int ord, Contracts.Commits.InboxChange change)
        {
            ords.Add(ord);
            seats.Add(change.Key.Seat.Value);
            subjects.Add(change.Key.Subject);
            reasons.Add((int)change.Key.Reason);
            boxes.Add((int?)change.FromBox);
            readers.Add(change.By is { } reader ? $",{reader.Value}," : null);
            dues.Add(change.Kind == InboxChangeKind.Due);
            days.Add(CommitClock.ToText(change.Content.DueOn));
        }
    }
}
