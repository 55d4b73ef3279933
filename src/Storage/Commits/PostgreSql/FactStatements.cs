using System.Runtime.InteropServices;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>Stream heads, claims and facts of the commands that passed.</summary>
internal static class FactStatements
{
    private const string MoveHeads =
        $"""
        WITH want AS MATERIALIZED (
          SELECT i.stream, i.position FROM unnest($1::int[], $2::uuid[], $3::bigint[]) AS i(ord, stream, position)
          WHERE {WriterStatement.IsOk}
        ), done AS (
          UPDATE stream_head h SET position = w.position FROM want w WHERE h.stream = w.stream RETURNING 1
        )
        SELECT pr_expect('stream_head', (SELECT count(*) FROM want), (SELECT count(*) FROM done))
        """;

    private const string Claim =
        $"""
        INSERT INTO claim (official_id, command_id, body_hash, stream, first_position, last_position, at_ms)
        SELECT i.official, i.command, i.hash, i.stream, i.first, i.last, pr_now_ms()
        FROM unnest($1::int[], $2::int[], $3::uuid[], $4::bytea[], $5::uuid[], $6::bigint[], $7::bigint[])
          AS i(ord, official, command, hash, stream, first, last)
        WHERE {WriterStatement.IsOk} ORDER BY i.official, i.command
        """;

    private const string Facts =
        $"""
        INSERT INTO fact (stream, position, kind, at_ms, official_id, seat_id, unit_id, command_id, payload, payload_hash,
          register, number, number_on, symbol)
        SELECT i.stream, i.position, i.kind, pr_now_ms(), i.official, i.seat, i.unit, i.command, i.payload, i.hash,
          CASE WHEN i.carries THEN {WriterStatement.Taken} ->> 'register' END,
          CASE WHEN i.carries THEN ({WriterStatement.Taken} ->> 'number')::bigint END,
          CASE WHEN i.carries THEN {WriterStatement.Taken} ->> 'number_on' END,
          CASE WHEN i.carries THEN {WriterStatement.Taken} ->> 'symbol' END
        FROM unnest($1::int[], $2::uuid[], $3::bigint[], $4::text[], $5::int[], $6::int[], $7::int[], $8::uuid[],
            $9::text[], $10::bytea[], $11::bool[])
          AS i(ord, stream, position, kind, official, seat, unit, command, payload, hash, carries)
        WHERE {WriterStatement.IsOk}
        """;

    /// <summary>Moves the heads that were there; those made in this batch stand at their position already.</summary>
    public static IEnumerable<WriterStatement> HeadsOf(IReadOnlyList<QueuedCommit> batch)
    {
        List<int> ords = [];
        List<Guid> streams = [];
        List<long> positions = [];
        for (var c = 0; c < batch.Count; c++)
        {
            foreach (var append in batch[c].Commit.Appends.Where(append => append.Expected > 0))
            {
                ords.Add(c + 1);
                streams.Add(append.Stream.Value);
                positions.Add(append.Expected + append.Facts.Length);
            }
        }

        if (ords.Count > 0)
            yield return WriterStatement.Asserting(MoveHeads, ords, streams, positions);
    }

    public static IEnumerable<WriterStatement> ClaimsOf(IReadOnlyList<QueuedCommit> batch)
    {
        List<int> ords = [], officials = [];
        List<Guid> commands = [], streams = [];
        List<byte[]> hashes = [];
        List<long> firsts = [], lasts = [];
        for (var c = 0; c < batch.Count; c++)
        {
            if (batch[c].Commit.Claim is not { } claim)
                continue;
            var main = batch[c].Commit.Appends[0];
            ords.Add(c + 1);
            officials.Add(claim.Key.Official.Value);
            commands.Add(claim.Key.Command.Value);
            hashes.Add(ImmutableCollectionsMarshal.AsArray(claim.BodyHash)!);
            streams.Add(main.Stream.Value);
            firsts.Add(main.Expected + 1);
            lasts.Add(main.Expected + main.Facts.Length);
        }

        if (ords.Count > 0)
            yield return new WriterStatement(Claim, [ords, officials, commands, hashes, streams, firsts, lasts]);
    }

    public static IEnumerable<WriterStatement> FactsOf(IReadOnlyList<QueuedCommit> batch)
    {
        List<int> ords = [], officials = [];
        List<Guid> streams = [];
        List<long> positions = [];
        List<string> kinds = [], payloads = [];
        List<int?> seats = [], units = [];
        List<Guid?> commands = [];
        List<byte[]> hashes = [];
        List<bool> carries = [];
        for (var c = 0; c < batch.Count; c++)
        {
            var commit = batch[c].Commit;
            for (var a = 0; a < commit.Appends.Length; a++)
            {
                var append = commit.Appends[a];
                for (var f = 0; f < append.Facts.Length; f++)
                {
                    ords.Add(c + 1);
                    streams.Add(append.Stream.Value);
                    positions.Add(append.Expected + f + 1);
                    kinds.Add(append.Facts[f].Kind);
                    officials.Add(commit.By.Official.Value);
                    seats.Add(commit.ActingSeat?.Value);
                    units.Add(commit.ActingUnit?.Value);
                    commands.Add(commit.Claim?.Key.Command.Value);
                    payloads.Add(append.Facts[f].Payload);
                    hashes.Add(batch[c].PayloadHashes[a][f]);
                    carries.Add(f == 0 && commit.Take is { } take && (a == 0 || append.Stream == take.Stream));
                }
            }
        }

        object[] arguments = [ords, streams, positions, kinds, officials, seats, units, commands, payloads, hashes, carries];
        if (ords.Count > 0)
            yield return new WriterStatement(Facts, arguments);
    }
}
