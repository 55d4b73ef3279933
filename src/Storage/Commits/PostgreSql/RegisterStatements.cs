using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Takes the batch's numbers: takes of one register are folded into one advance and handed out in the batch's order.
/// The numbers become the setting <c>pr.taken</c>, an object by the command's ordinal, for the facts and rows.
/// </summary>
internal static class RegisterStatements
{
    private const string Take =
        $"""
        WITH want AS MATERIALIZED (
          SELECT i.ord, i.stream, i.suffix, pr_register(i.series, i.term) AS register
          FROM unnest($1::int[], $2::text[], $3::text[], $4::uuid[], $5::text[]) AS i(ord, series, term, stream, suffix)
          WHERE {WriterStatement.IsOk}
        ), numbered AS MATERIALIZED (
          SELECT w.*, row_number() OVER (PARTITION BY w.register ORDER BY w.ord) AS place FROM want w
        ), taken AS MATERIALIZED (
          SELECT n.ord, n.register, n.stream, n.suffix, r.next + n.place - 1 AS number,
            greatest(r.last_on COLLATE "C", pr_today()) AS number_on
          FROM numbered n
          CROSS JOIN LATERAL (SELECT next, last_on FROM register WHERE register = n.register OFFSET 0) r
        ), folded AS MATERIALIZED (
          SELECT register, count(*) AS taken FROM want GROUP BY register
        ), advanced AS (
          UPDATE register r SET next = r.next + f.taken, last_on = greatest(r.last_on COLLATE "C", pr_today())
          FROM folded f WHERE r.register = f.register RETURNING 1
        ), entered AS (
          INSERT INTO register_entry (register, number, number_on, stream, at_ms)
          SELECT register, number, number_on, stream, pr_now_ms() FROM taken ORDER BY register, number RETURNING 1
        )
        SELECT set_config('pr.taken', coalesce((
            SELECT jsonb_object_agg(t.ord, jsonb_build_object(
              'register', t.register, 'number', t.number, 'number_on', t.number_on,
              'symbol', lpad(t.number::text, greatest(2, length(t.number::text)), '0') || t.suffix)) FROM taken t)::text,
            ''), true),
          pr_expect('register', (SELECT count(*) FROM folded), (SELECT count(*) FROM advanced)),
          pr_expect('register_entry', (SELECT count(*) FROM want), (SELECT count(*) FROM entered))
        """;

    public static IEnumerable<WriterStatement> Of(IReadOnlyList<QueuedCommit> batch, BatchAnswers answers)
    {
        List<int> ords = [];
        List<string> series = [];
        List<string?> terms = [], suffixes = [];
        List<Guid> streams = [];
        for (var c = 0; c < batch.Count; c++)
        {
            if (batch[c].Commit.Take is not { } take)
                continue;
            ords.Add(c + 1);
            series.Add(take.Series);
            terms.Add(take.Term);
            streams.Add(take.Stream.Value);
            suffixes.Add(take.SymbolSuffix);
        }

        if (ords.Count > 0)
            yield return new WriterStatement(Take, [ords, series, terms, streams, suffixes], answers.OnTaken);
    }
}
