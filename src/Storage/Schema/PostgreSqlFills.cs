using Dapper;
using Npgsql;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// Fills derived columns of the rows that stood before there was a trigger to do it: some thousand rows a transaction, passing
/// over those that somebody is writing, so that nodes of the version before serve on. A fill that was interrupted goes on at
/// the next start; where nothing is left it costs one look at an empty index.
/// </summary>
internal static class PostgreSqlFills
{
    private const int RowsOfRound = 5_000;

    private const string Steps = """
        UPDATE step s SET document_id = v.document_id FROM delivery v
        WHERE v.id = s.delivery_id AND s.id IN (SELECT id FROM step WHERE document_id IS NULL ORDER BY id LIMIT @RowsOfRound FOR UPDATE
        """;

    private const string Lines = """
        UPDATE register_entry e SET book = pr_book(e.register), secrecy = coalesce(
          (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = e.stream),
          (SELECT d.secrecy FROM document d WHERE d.id = e.stream))
        WHERE (e.register, e.number) IN (
          SELECT register, number FROM register_entry WHERE book IS NULL ORDER BY register, number LIMIT @RowsOfRound FOR UPDATE
        """;

    public static void Run(NpgsqlConnection connection)
    {
        foreach (var fill in (string[])[Steps, Lines])
        {
            while (connection.Execute($"{fill} SKIP LOCKED)", new { RowsOfRound }) > 0)
            {
                // The next round.
            }

            // Those that somebody wrote meanwhile.
            while (connection.Execute($"{fill})", new { RowsOfRound }) > 0)
            {
                // The next round.
            }
        }
    }
}
