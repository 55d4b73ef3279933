using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Hosting;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.StorageTests.Stores;

/// <summary>One node's storage: the services a process would have, started.</summary>
public sealed class TestNode : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private TestNode(ServiceProvider services) => this.services = services;

    public ICommitWriter Writer => services.GetRequiredService<ICommitWriter>();

    public ICommandReads Commands => services.GetRequiredService<ICommandReads>();

    public IReadStore Reads => services.GetRequiredService<IReadStore>();

    /// <summary>Any other port of the node.</summary>
    public T Service<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Guid Epoch => services.GetRequiredService<StoreEpoch>().Value;

    public static async Task<TestNode> Start(StoreOptions options, TimeProvider? clock = null)
    {
        var collection = new ServiceCollection();
        if (clock is not null)
            collection.AddSingleton(clock);
        collection.AddPartyRealtimeStorage(options);
        collection.AddOrganisationStorage(seed: null);
        var node = new TestNode(collection.BuildServiceProvider());
        try
        {
            await node.services.GetRequiredService<StoreStart>().Start();
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public Task<CommitResult> Write(Commit commit) => Writer.Write(commit);

    /// <summary>Writes and expects it to be applied.</summary>
    public async Task<CommitResult.Committed> Apply(Commit commit) =>
        Assert.IsType<CommitResult.Committed>(await Writer.Write(commit));

    public async Task<IReadOnlyList<T>> Rows<T>(string sql, object? parameters = null)
    {
        await using var connection = await Reads.Open();
        return (await connection.QueryAsync<T>(sql, parameters)).AsList();
    }

    public async Task<T> One<T>(string sql, object? parameters = null) => Assert.Single(await Rows<T>(sql, parameters));

    /// <summary>How the database would run the statement, a line a step.</summary>
    public async Task<string> Plan(string sql, object parameters)
    {
        await using var connection = await Reads.Open();
        if (Reads.Kind == StoreKind.PostgreSql)
            return string.Join('\n', await connection.QueryAsync<string>("EXPLAIN " + sql, parameters));
        var rows = await connection.QueryAsync<(long Id, long Parent, long Unused, string Detail)>("EXPLAIN QUERY PLAN " + sql, parameters);
        return string.Join('\n', rows.Select(row => row.Detail));
    }

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<StoreStart>().Stop();
        await services.DisposeAsync();
    }
}
