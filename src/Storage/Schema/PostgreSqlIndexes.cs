using Dapper;
using Npgsql;

namespace PartyRealtime.Storage.Schema;

/// <summary>
/// Indexes of tables that grow with the years, and those that they take the place of. A script would keep everybody from
/// writing the table while it is walked; these are made beside whoever writes. One that was interrupted is made anew at the
/// next start; where all stand it costs one look.
/// </summary>
internal static class PostgreSqlIndexes
{
    private const int TriesMax = 10;

    /// <summary>What is still to be filled; empty ever after.</summary>
    private static readonly Index[] OfFills =
    [
        new("step_uncut", "step", "(id) WHERE document_id IS NULL"),
        new("register_entry_uncut", "register_entry", "(register, number) WHERE book IS NULL"),
    ];

    private static readonly Index[] OfReads =
    [
        new("step_document", "step", "(document_id, seat_id) WHERE document_id IS NOT NULL"),
        // A page of a book, newest first, and its count, by the index alone.
        new("register_entry_book", "register_entry", "(book, number_on DESC, number DESC, register) INCLUDE (secrecy) WHERE book IS NOT NULL"),
        // A list of what waits to be put into it would stop the writer when it is emptied.
        new("document_words_words", "document_words", "USING gin (words) WITH (fastupdate = off)"),
        new("document_number", "document", "(number, created_at_ms DESC, unit_id, symbol_key) WHERE number IS NOT NULL"),
        new("document_reviewed", "document", "(reviewer_seat_id, created_at_ms DESC) WHERE reviewer_seat_id IS NOT NULL"),
        new("delivery_unit_sent", "delivery", "(unit_id, sent_at_ms DESC, document_id)"),
        new("step_seat_given", "step", "(seat_id, assigned_at_ms DESC, document_id)"),
    ];

    /// <summary>What begins with the same column as one of those, and says less.</summary>
    private static readonly string[] Superseded = ["document_reviewer", "delivery_unit", "step_seat"];

    /// <summary>What the fills find their rows by.</summary>
    /// <param name="connection">Without a limit of time: a large index takes minutes.</param>
    public static void BeforeFills(NpgsqlConnection connection) => Make(connection, OfFills, Standing(connection));

    /// <summary>What is read by, when it is filled.</summary>
    /// <param name="connection">The same.</param>
    public static void AfterFills(NpgsqlConnection connection)
    {
        var standing = Standing(connection);
        Make(connection, OfReads, standing);
        foreach (var name in Superseded.Where(standing.ContainsKey))
            Drop(connection, name);
    }

    private static void Make(NpgsqlConnection connection, Index[] wanted, Dictionary<string, bool> standing)
    {
        foreach (var index in wanted.Where(index => !standing.GetValueOrDefault(index.Name)))
        {
            // What was interrupted serves nobody.
            if (standing.ContainsKey(index.Name))
                Drop(connection, index.Name);
            Make(connection, index);
        }
    }

    /// <summary>Which of all there are, and whether they are whole.</summary>
    private static Dictionary<string, bool> Standing(NpgsqlConnection connection) => connection
        .Query<(string Name, bool Whole)>(
            """
            SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relname = ANY(@names) AND pg_table_is_visible(c.oid)
            """,
            new { names = OfFills.Concat(OfReads).Select(index => index.Name).Concat(Superseded).ToArray() })
        .ToDictionary(index => index.Name, index => index.Whole, StringComparer.Ordinal);

    private static void Make(NpgsqlConnection connection, Index index)
    {
        var beside = connection.QuerySingle<bool>($"SELECT EXISTS (SELECT 1 FROM {index.Table})") ? "CONCURRENTLY" : "";
        for (var tries = 1; ; tries++)
        {
            try
            {
                connection.Execute($"CREATE INDEX {beside} {index.Name} ON {index.Table} {index.Of}");
                return;
            }
            catch (PostgresException failed) when (tries < TriesMax && failed.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // It waits for whoever began before it: a node of the version before that waits for the migration's turn, too.
                Drop(connection, index.Name);
            }
        }
    }

    private static void Drop(NpgsqlConnection connection, string name) => connection.Execute($"DROP INDEX CONCURRENTLY IF EXISTS {name}");

    private sealed record Index(string Name, string Table, string Of);
}
