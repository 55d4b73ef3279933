using Dapper;
using Npgsql;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// Fills what is derived from the rows that stood before there was a trigger to do it: some thousand rows a transaction, in the
/// order of the key and passing over those that somebody is writing, so that nodes of the version before serve on. A fill that
/// was interrupted goes on at the next start; where nothing is left it costs one look.
/// </summary>
internal static class PostgreSqlFills
{
    // A commit that wants one of them waits no longer than half a second.
    private const int RowsOfRound = 1_000;

    // Behind the last key of the round before: what that round left behind is walked over by no other.
    private const string Steps = """
        WITH round AS MATERIALIZED (
          SELECT id FROM step WHERE document_id IS NULL AND id > @id ORDER BY id LIMIT @rows FOR UPDATE {0}
        ), filled AS (
          UPDATE step s SET document_id = v.document_id FROM round, delivery v WHERE s.id = round.id AND v.id = s.delivery_id
        )
        SELECT id AS Id FROM round ORDER BY id DESC LIMIT 1
        """;

    // A secrecy that stands is a trigger's, of a change that this round may not see.
    private const string Lines = """
        WITH round AS MATERIALIZED (
          SELECT register, number FROM register_entry
          WHERE book IS NULL AND (register, number) > (@register, @number) ORDER BY register, number LIMIT @rows FOR UPDATE {0}
        ), filled AS (
          UPDATE register_entry e SET book = pr_book(e.register), secrecy = coalesce(
            e.secrecy,
            (SELECT d.secrecy FROM delivery v JOIN document d ON d.id = v.document_id WHERE v.id = e.stream),
            (SELECT d.secrecy FROM document d WHERE d.id = e.stream))
          FROM round WHERE e.register = round.register AND e.number = round.number
        )
        SELECT register AS Register, number AS Number FROM round ORDER BY register DESC, number DESC LIMIT 1
        """;

    // The row of a document is held while its words are put beside it: nobody changes it then.
    private const string Words = """
        WITH round AS MATERIALIZED (
          SELECT d.id, d.search_key FROM document d
          WHERE d.id > @id AND NOT EXISTS (SELECT 1 FROM document_words w WHERE w.document_id = d.id)
          ORDER BY d.id LIMIT @rows FOR UPDATE OF d {0}
        ), filled AS (
          INSERT INTO document_words (document_id, words) SELECT id, pr_words(search_key) FROM round ON CONFLICT (document_id) DO NOTHING
        )
        SELECT id AS Id FROM round ORDER BY id DESC LIMIT 1
        """;

    /// <summary>The words have no index of what is still to be filled.</summary>
    private const string WordsFilled = "document_words_filled";

    public static void Run(NpgsqlConnection connection)
    {
        // A round looks up its own rows beside them, never all.
        connection.Execute("SET enable_hashjoin = off; SET enable_mergejoin = off");
        Run(connection, [Steps, Lines]);
        if (connection.QuerySingle<bool>("SELECT EXISTS (SELECT 1 FROM meta WHERE name = @WordsFilled)", new { WordsFilled }))
            return;
        Run(connection, [Words]);
        // How many have a word is what a search is planned by.
        connection.Execute("ANALYZE document_words");
        connection.Execute("INSERT INTO meta (name, value) VALUES (@WordsFilled, '')", new { WordsFilled });
    }

    private static void Run(NpgsqlConnection connection, ReadOnlySpan<string> fills)
    {
        foreach (var rounds in fills)
        {
            RunRounds(connection, rounds.Replace("{0}", "SKIP LOCKED", StringComparison.Ordinal), RowsOfRound);
            // Those that somebody wrote meanwhile, one at a time: who waits for a row holds no other that its writer may want.
            RunRounds(connection, rounds.Replace("{0}", "", StringComparison.Ordinal), rows: 1);
        }
    }

    private static void RunRounds(NpgsqlConnection connection, string round, int rows)
    {
        for (var last = new Key(); last is not null;)
            last = connection.QuerySingleOrDefault<Key>(round, new { rows, id = last.Id, register = last.Register, number = last.Number });
    }

    /// <summary>The key of the last row of a round: what the one table or the other has of it. A new one is before every row's.</summary>
    private sealed record Key
    {
        public string Register { get; init; } = "";

        public long Number { get; init; }

        public Guid Id { get; init; }
    }
}
