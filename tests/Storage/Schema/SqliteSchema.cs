using PartyRealtime.Storage.Reading;
using PartyRealtime.Storage.Schema;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Schema;

public sealed class SqliteSchema() : SchemaSuite(new SqliteDatabase())
{
    [Fact]
    public async Task An_existing_file_is_copied_before_a_script_changes_it()
    {
        var file = ((SqliteDatabase)Database).FilePath;
        var scripts = SchemaScripts.For(StoreKind.Sqlite);
        await Database.Execute(
            $"""
            {Made(scripts.SkipLast(1))}
            INSERT INTO meta (name, value) VALUES ('kept', 'yes');
            """);

        var node = await Database.Node();

        Assert.Equal("yes", await node.One<string>("SELECT value FROM meta WHERE name = 'kept'"));
        var copy = $"{file}.before-{Path.GetFileNameWithoutExtension(scripts[^1].Name)}";
        Assert.True(File.Exists(copy), "There is no copy.");
        Assert.Equal(scripts.Count, await node.One<long>("SELECT count(*) FROM schemaversions"));
    }

    [Fact]
    public async Task What_stood_before_is_filled_by_the_script_that_adds_a_column()
    {
        var before = SchemaScripts.For(StoreKind.Sqlite).TakeWhile(script => script.Name != "0018_cuts.sql");
        await Database.Execute(
            $"""
            {Made(before)}
            INSERT INTO document (id, position, unit_id, author_id, author_seat_id, state, type, abstract, urgency, secrecy, body_version, round,
              content_cleared, form_cleared, units, people, created_at_ms, search_key, search_marked, symbol_key)
              VALUES (x'01', 1, 17, 1, 1, 7, 'CV', 'a', 0, 2, 1, 1, 1, 1, 1, 1, 0, '', '', '');
            INSERT INTO delivery (id, document_id, unit_id, tile, ordinal, position, state, sent_at_ms) VALUES (x'02', x'01', 31, 'TW', 1, 1, 5, 0);
            INSERT INTO step (id, delivery_id, seat_id, role, state, assigned_at_ms, assigned_by) VALUES (x'03', x'02', 9, 1, 1, 0, 1);
            INSERT INTO register_entry (register, number, number_on, stream, at_ms)
              VALUES ('out:17:CV:2026', 1, '2026-05-07', x'01', 0), ('in:31:all:0:2026', 1, '2026-05-07', x'02', 0);
            """);

        var node = await Database.Node();

        Assert.Equal([("in:31", 2), ("out:17", 2)], await node.Rows<(string, int)>("SELECT book, secrecy FROM register_entry ORDER BY book"));
        Assert.Equal(1, await node.One<long>("SELECT count(*) FROM step WHERE document_id = x'01'"));
    }

    [Fact]
    public async Task Readers_and_the_writer_do_not_block_each_other()
    {
        var node = await Database.Node();

        Assert.Equal("wal", await node.One<string>("PRAGMA journal_mode"));
    }

    /// <summary>What these scripts make, with the journal of a program that knew no others.</summary>
    private static string Made(IEnumerable<SchemaScript> scripts) =>
        $"""
        {string.Join('\n', scripts.Select(script => script.Text))}
        CREATE TABLE SchemaVersions (SchemaVersionID INTEGER PRIMARY KEY AUTOINCREMENT, scriptname TEXT NOT NULL, applied DATETIME NOT NULL);
        {string.Join('\n', scripts.Select(script => $"INSERT INTO schemaversions (scriptname, applied) VALUES ('{script.Name}', CURRENT_TIMESTAMP);"))}
        """;
}
