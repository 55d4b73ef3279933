using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Ids;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Sessions.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Sessions;

internal sealed class DemoPasswordStore(IReadStore store, ICommitWriter writer) : IDemoPasswordStore
{
    private const string MetaName = "demo_password_hash";

    private static readonly StreamId Stream = new(DerivedId.From("demo-password", 0, Guid.Empty));

    public async Task<bool> HasDemoAccounts(CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT 1 FROM official WHERE demo = 1 LIMIT 1") is not null;
    }

    public async Task<string?> Hash(CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<string?>("SELECT value FROM meta WHERE name = @name", new { name = MetaName });
    }

    public async Task SetHash(string hash, CancellationToken cancellation = default)
    {
        CommitResult result;
        do
        {
            result = await writer.Write(
                new Commit
                {
                    By = Actor.System,
                    Appends = [new StreamAppend(Stream, await Head(cancellation), [FactJson.Of(new DemoPasswordSet())])],
                    Rows = [new MetaRow { Name = MetaName, Value = hash }],
                },
                cancellation);
        }
        while (result is CommitResult.PositionLost);
        if (result is not CommitResult.Committed)
            throw new InvalidOperationException($"The demo password could not be stored: {result}.");
    }

    private async Task<long> Head(CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT position FROM stream_head WHERE stream = @stream", new { stream = Stream }) ?? 0;
    }
}
