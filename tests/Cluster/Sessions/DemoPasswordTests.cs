using PartyRealtime.Storage.Organisation.Seeding;
using PartyRealtime.Storage.Sessions;
using PartyRealtime.StorageTests.Stores;
using PartyRealtime.Web.Auth;
using PartyRealtime.Web.Hosting;

namespace PartyRealtime.ClusterTests.Sessions;

[Trait("Needs", "PostgreSql")]
public sealed class DemoPasswordTests(PostgreSqlServer server)
{
    [Fact]
    public async Task Nodes_with_folders_of_their_own_print_one_password_that_works()
    {
        await using var database = new PostgreSqlDatabase(server);
        NodeSettings[] nodes = [await Settings(database, 0), await Settings(database, 1)];
        await using var first = await OfflineStore.Open(nodes[0]);
        await using var second = await OfflineStore.Open(nodes[1]);
        await first.Service<OrganisationSeed>().Run(OrganisationSize.S1);
        using var hashing = new PasswordHashing();
        DemoPassword[] passwords =
        [
            new(first.Service<IDemoPasswordStore>(), hashing, nodes[0]),
            new(second.Service<IDemoPasswordStore>(), hashing, nodes[1]),
        ];

        var printed = await Task.WhenAll(passwords.Select(password => password.Ensure(TestContext.Current.CancellationToken)));

        Assert.NotNull(printed[0]);
        Assert.Equal(printed[0], printed[1]);
        var hash = await first.Service<IDemoPasswordStore>().Hash();
        Assert.True((await hashing.Verify(hash!, printed[0]!, CancellationToken.None)).Value);
        // A file that was left by another store says nothing, and a lost one is written anew.
        await File.WriteAllTextAsync(FileOf(nodes[0]), "another\n");
        File.Delete(FileOf(nodes[1]));
        for (var node = 0; node < nodes.Length; node++)
        {
            Assert.Equal(printed[0], await passwords[node].Ensure(CancellationToken.None));
            Assert.Equal(printed[0] + "\n", await File.ReadAllTextAsync(FileOf(nodes[node])));
        }

        Assert.Equal(hash, await second.Service<IDemoPasswordStore>().Hash());
    }

    private static async Task<NodeSettings> Settings(PostgreSqlDatabase database, int node)
    {
        var store = await database.OptionsOf(node);
        return new NodeSettings { DataDirectory = store.DataDirectory, Store = store.PostgreSql };
    }

    private static string FileOf(NodeSettings node) => Path.Combine(node.DataDirectory, "demo-password");
}
