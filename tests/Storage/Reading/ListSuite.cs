using Dapper;
using PartyRealtime.Storage.Reading;
using PartyRealtime.StorageTests.Commits;
using PartyRealtime.StorageTests.Stores;

namespace PartyRealtime.StorageTests.Reading;

/// <summary>Lists as parameters, on every database.</summary>
public abstract class ListSuite(TestDatabase database) : IAsyncLifetime
{
    private TestNode node = null!;

    public async ValueTask InitializeAsync() => node = await database.Node();

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_list_finds_what_it_names()
    {
        var (one, other, missing) = (Make.NewStream(), Make.NewStream(), Make.NewStream());
        await node.Apply(Make.Append(one, 0));
        await node.Apply(Make.Append(other, 0, facts: 2));

        Assert.Equal(3, await Count("stream IN @list", Lists.In([one.Value, other.Value, missing.Value])));
        Assert.Equal(2, await Count("position IN @list", Lists.In([1L])));
        Assert.Equal(3, await Count("kind IN @list", Lists.In(["thing.done", "không"])));
        Assert.Equal(0, await Count("kind IN @list", Lists.In(Array.Empty<string>())));
        Assert.Equal(0, await Count("stream IN @list", Lists.In(Array.Empty<Guid>())));
    }

    private async Task<long> Count<T>(string condition, InList<T> list)
        where T : notnull
    {
        await using var connection = await node.Reads.Open();
        return await connection.QuerySingleAsync<long>($"SELECT count(*) FROM fact WHERE {condition}", new { list });
    }
}
