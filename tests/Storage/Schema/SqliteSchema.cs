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
            {string.Join('\n', scripts.SkipLast(1).Select(script => script.Text))}
            CREATE TABLE SchemaVersions (SchemaVersionID INTEGER PRIMARY KEY AUTOINCREMENT, scriptname TEXT NOT NULL, applied DATETIME NOT NULL);
            {string.Join('\n', scripts.SkipLast(1).Select(script => $"INSERT INTO schemaversions (scriptname, applied) VALUES ('{script.Name}', CURRENT_TIMESTAMP);"))}
            INSERT INTO meta (name, value) VALUES ('kept', 'yes');
            """);

        var node = await Database.Node();

        Assert.Equal("yes", await node.One<string>("SELECT value FROM meta WHERE name = 'kept'"));
        var copy = $"{file}.before-{Path.GetFileNameWithoutExtension(scripts[^1].Name)}";
        Assert.True(File.Exists(copy), "There is no copy.");
        Assert.Equal(scripts.Count, await node.One<long>("SELECT count(*) FROM schemaversions"));
    }

    [Fact]
    public async Task Readers_and_the_writer_do_not_block_each_other()
    {
        var node = await Database.Node();

        Assert.Equal("wal", await node.One<string>("PRAGMA journal_mode"));
    }
}
