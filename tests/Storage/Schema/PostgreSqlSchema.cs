using Dapper;
using Npgsql;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Schema;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlSchema(PostgreSqlServer server) : SchemaSuite(new PostgreSqlDatabase(server))
{
    [Fact]
    public async Task A_script_gives_way_to_who_holds_a_table_and_comes_again()
    {
        var options = await Database.OptionsOf(0);
        await using var other = new NpgsqlConnection(((PostgreSqlDatabase)Database).Text);
        await other.OpenAsync();
        await using var held = await other.BeginTransactionAsync();
        await other.ExecuteAsync("CREATE TABLE meta (name text)", transaction: held);

        var starting = TestNode.Start(options);
        // Longer than a script waits for a lock.
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(7));
        await timer.WaitForNextTickAsync();
        if (starting.IsCompleted)
            await starting;
        Assert.False(starting.IsCompleted);
        await held.RollbackAsync();

        await using var node = await starting;
        Assert.NotEqual(Guid.Empty, node.Epoch);
    }

    [Fact]
    public async Task A_promoted_or_restored_server_has_a_new_epoch_and_every_node_takes_it_over()
    {
        TestNode first = await Database.Node(), away = await Database.Node();
        var epoch = first.Epoch;
        await Database.Stop(first);
        await Database.Stop(away);
        await Database.Execute("UPDATE meta SET value = '7000000000000000000:00000001' WHERE name = 'epoch_origin'");

        var renewed = await TestNode.Start(await Database.OptionsOf(0));
        var back = await TestNode.Start(await Database.OptionsOf(1));

        Assert.NotEqual(epoch, renewed.Epoch);
        Assert.Equal(renewed.Epoch, back.Epoch);
        await renewed.DisposeAsync();
        await back.DisposeAsync();
    }
}
