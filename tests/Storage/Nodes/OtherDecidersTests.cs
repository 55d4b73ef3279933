using PartyRealtime.Storage.Nodes;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Nodes;

/// <summary>Who else decides on a database, as its nodes see it.</summary>
public sealed class OtherDecidersTests(PostgreSqlServer server)
{
    [Fact, Trait("Needs", "PostgreSql")]
    public async Task Nodes_of_another_cluster_are_seen_while_they_run_and_those_of_ones_own_are_not()
    {
        await using var database = new PostgreSqlDatabase(server);
        await using var first = await Start(database, 0, "office");
        await using var second = await Start(database, 1, "office");
        // A command that looks and ends.
        await using var passing = await Start(database, 2, null);
        Assert.Empty(await Seen(first));
        await using (var stranger = await Start(database, 3, "stranger"))
        await using (var alone = await Start(database, 4, "machine/4711"))
        {
            Assert.Equal(["office", "stranger"], await Seen(alone));
            Assert.Equal(["machine/4711", "office"], await Seen(stranger));
            Assert.Equal(["machine/4711", "stranger"], await Seen(first));
            Assert.Equal(["machine/4711", "stranger"], await Seen(second));
        }

        Assert.Empty(await Gone(first));
    }

    [Fact, Trait("Needs", "PostgreSql")]
    public async Task A_long_name_is_told_from_others_and_not_from_itself()
    {
        await using var database = new PostgreSqlDatabase(server);
        var name = new string('c', 64);
        await using var first = await Start(database, 0, name);
        await using var second = await Start(database, 1, name);
        await Seen(second);
        Assert.Empty(await Seen(first));
        await using var alike = await Start(database, 2, name[..^1] + "d");
        await Seen(alike);
        Assert.Single(await Seen(first));
    }

    [Fact]
    public async Task The_embedded_store_has_nobody_else()
    {
        await using var database = new SqliteDatabase();
        await using var node = await Start(database, 0, "machine/1");
        Assert.Empty(await Seen(node));
    }

    private static async Task<TestNode> Start(TestDatabase database, int node, string? decider) =>
        await TestNode.Start(await database.OptionsOf(node) with { Decider = decider });

    private static async Task<IReadOnlyList<string>> Seen(TestNode node) => await node.Service<IOtherDeciders>().Read();

    /// <summary>A session ends a moment after its connection was closed.</summary>
    private static async Task<IReadOnlyList<string>> Gone(TestNode node)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await Seen(node) is { Count: > 0 } && !limit.IsCancellationRequested)
        {
        }

        return await Seen(node);
    }
}
