using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;

namespace PartyRealtime.Storage.Commits.PostgreSql;

/// <summary>
/// Writes command ids as abandoned. The insert waits for a command in flight anywhere that holds the id; the look-up
/// is a statement of its own, so that it sees what that one committed.
/// </summary>
internal static class AbandonStatements
{
    private const string Claim =
        """
        INSERT INTO claim (official_id, command_id, body_hash, stream, first_position, last_position, at_ms)
        SELECT i.official, i.command, '', '00000000-0000-0000-0000-000000000000', 0, -1, pr_now_ms()
        FROM unnest($1::int[], $2::uuid[]) AS i(official, command) ORDER BY i.official, i.command
        ON CONFLICT (official_id, command_id) DO NOTHING
        """;

    private const string Find =
        """
        SELECT i.official, i.command, c.stream, c.first_position, c.last_position, c.at_ms, f.number, f.number_on, f.symbol
        FROM unnest($1::int[], $2::uuid[]) AS i(official, command)
        CROSS JOIN LATERAL (SELECT * FROM claim WHERE official_id = i.official AND command_id = i.command OFFSET 0) c
        LEFT JOIN LATERAL (
          SELECT number, number_on, symbol FROM fact WHERE stream = c.stream AND position = c.first_position OFFSET 0) f ON true
        """;

    public static IEnumerable<WriterStatement> Of(
        IReadOnlyCollection<CommandKey> keys, Dictionary<CommandKey, CommandStatus> found)
    {
        object[] arguments =
            [keys.Select(key => key.Official.Value).ToArray(), keys.Select(key => key.Command.Value).ToArray()];
        return
        [
            new WriterStatement(Claim, arguments),
            new WriterStatement(Find, arguments, row =>
            {
                var key = new CommandKey(new OfficialId(row.GetInt32(0)), new CommandId(row.GetGuid(1)));
                found[key] = row.GetInt64(4) < 0
                    ? new CommandStatus.Abandoned()
                    : new CommandStatus.Applied(new Receipt(
                        key.Command,
                        new StreamId(row.GetGuid(2)),
                        row.GetInt64(3),
                        row.GetInt64(4),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                        row.IsDBNull(6) ? null : row.GetInt64(6),
                        row.IsDBNull(7) ? null : CommitClock.FromText(row.GetString(7)),
                        row.IsDBNull(8) ? null : row.GetString(8)));
            }),
        ];
    }
}
