using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Schema;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Schema;

/// <summary>Migrations and the epoch.</summary>
public abstract class SchemaSuite(TestDatabase database) : IAsyncDisposable
{
    protected TestDatabase Database => database;

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Nodes_that_start_together_migrate_once()
    {
        StoreOptions[] options = [await database.OptionsOf(0), await database.OptionsOf(1), await database.OptionsOf(2)];
        var nodes = await Task.WhenAll(options.Select(of => Task.Run(() => TestNode.Start(of))));

        Assert.Single(nodes.Select(node => node.Epoch).Distinct());
        var scripts = SchemaScripts.For(database.Kind).Select(script => script.Name);
        Assert.Equal(scripts, (await nodes[0].Rows<string>("SELECT scriptname FROM schemaversions")).Order(StringComparer.Ordinal));
        foreach (var node in nodes)
            await node.DisposeAsync();
    }

    [Fact]
    public async Task A_schema_newer_than_the_program_is_refused_with_the_version_to_install()
    {
        await database.Stop(await database.Node());
        await database.Execute(
            """
            INSERT INTO schemaversions (scriptname, applied) VALUES ('9001_later.sql', CURRENT_TIMESTAMP);
            UPDATE meta SET value = '7.8.9' WHERE name = 'schema_program'
            """);

        var error = await Assert.ThrowsAsync<SchemaTooNewException>(() => database.Node());
        Assert.Contains("Install version 7.8.9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_passes_by_refuses_an_older_schema_and_leaves_it()
    {
        await database.Stop(await database.Node());
        var last = SchemaScripts.For(database.Kind)[^1].Name;
        await database.Execute($"DELETE FROM schemaversions WHERE scriptname = '{last}'");

        var passing = await database.OptionsOf(0) with { PassesBy = true };
        var error = await Assert.ThrowsAsync<SchemaTooOldException>(() => TestNode.Start(passing));

        Assert.Contains(last, error.Message, StringComparison.Ordinal);
        await database.Execute($"INSERT INTO schemaversions (scriptname, applied) VALUES ('{last}', CURRENT_TIMESTAMP)");
        Assert.Equal(1, await (await database.Node()).One<long>("SELECT count(*) FROM schemaversions WHERE scriptname = @last", new { last }));
    }

    [Fact]
    public async Task A_program_that_passes_by_neither_believes_nor_writes_the_folders_copy_of_the_epoch()
    {
        var node = await database.Node();
        var epoch = node.Epoch;
        await database.Stop(node);
        var options = await database.OptionsOf(0);
        var (copy, foreign) = (Path.Combine(options.DataDirectory, "epoch"), Guid.NewGuid().ToString("D"));
        await File.WriteAllTextAsync(copy, foreign);

        await using (var passing = await TestNode.Start(options with { PassesBy = true }))
            Assert.Equal(epoch, passing.Epoch);
        Assert.Equal(foreign, await File.ReadAllTextAsync(copy));
    }

    [Fact]
    public async Task The_epoch_stays_over_restarts()
    {
        var node = await database.Node();
        var epoch = node.Epoch;
        await database.Stop(node);

        Assert.Equal(epoch, (await database.Node()).Epoch);
    }

    [Fact]
    public async Task The_epoch_changes_after_a_restore()
    {
        var node = await database.Node();
        var epoch = node.Epoch;
        await database.Stop(node);
        EpochKeeper.MarkRestored(await database.OptionsOf(0));

        node = await TestNode.Start(await database.OptionsOf(0));
        var renewed = node.Epoch;
        await node.DisposeAsync();
        node = await TestNode.Start(await database.OptionsOf(0));

        Assert.NotEqual(epoch, renewed);
        Assert.Equal(renewed, node.Epoch);
        await node.DisposeAsync();
    }

    [Fact]
    public async Task A_store_without_its_copy_keeps_its_epoch()
    {
        var node = await database.Node();
        var epoch = node.Epoch;
        var options = await database.OptionsOf(0);
        await database.Stop(node);
        File.Delete(Path.Combine(options.DataDirectory, "epoch"));

        Assert.Equal(epoch, (await database.Node()).Epoch);
    }

    [Fact]
    public async Task A_migrated_store_takes_commits()
    {
        var node = await database.Node();
        await node.Apply(Make.Seats(1));
        await node.Apply(Make.Note(Make.Key(), new(1)));
    }
}
