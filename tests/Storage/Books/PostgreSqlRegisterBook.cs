using Dapper;
using Npgsql;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Books;

[Trait("Needs", "PostgreSql")]
public sealed class PostgreSqlRegisterBook(PostgreSqlServer server) : RegisterBookSuite(new PostgreSqlDatabase(server))
{
    [Fact]
    public async Task What_stood_before_is_filled_at_the_next_start_while_somebody_writes_it()
    {
        var node = await Database.Node();
        await Received(node, Secrecy.Secret);
        await Database.Stop(node);
        await Database.Execute("UPDATE register_entry SET book = NULL, secrecy = NULL; UPDATE step SET document_id = NULL");
        var text = ((PostgreSqlDatabase)Database).Text;
        await using var writer = new NpgsqlConnection(text);
        await writer.OpenAsync();
        await using var held = await writer.BeginTransactionAsync();
        await writer.ExecuteAsync("UPDATE register_entry SET at_ms = at_ms + 1 WHERE register LIKE 'in:%'", transaction: held);

        var options = await Database.OptionsOf(0);
        var starting = Task.Run(() => TestNode.Start(options));
        await using var reader = new NpgsqlConnection(text);
        await reader.OpenAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (await reader.QuerySingleAsync<long>("SELECT count(*) FROM register_entry WHERE book = 'out:17'") == 0)
        {
            await timer.WaitForNextTickAsync();
            if (starting.IsFaulted)
                await starting;
        }

        Assert.Equal(0, await reader.QuerySingleAsync<long>("SELECT count(*) FROM step WHERE document_id IS NULL"));
        Assert.False(starting.IsCompleted);
        await held.CommitAsync();

        await using var started = await starting;
        Assert.Equal(
            [("in:31", (int)Secrecy.Secret), ("out:17", (int)Secrecy.Secret)],
            await started.Rows<(string, int)>("SELECT book, secrecy FROM register_entry ORDER BY book"));
    }
}
