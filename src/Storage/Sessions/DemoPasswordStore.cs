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
    private const string HashName = "demo_password_hash";
    private const string PasswordName = "demo_password";

    private static readonly StreamId Stream = new(DerivedId.From("demo-password", 0, Guid.Empty));

    public async Task<bool> HasDemoAccounts(CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>("SELECT 1 FROM official WHERE demo = 1 LIMIT 1") is not null;
    }

    public Task<string?> Hash(CancellationToken cancellation = default) => Value(HashName, cancellation);

    public Task<string?> Password(CancellationToken cancellation = default) => Value(PasswordName, cancellation);

    public async Task<bool> TrySet(string password, string hash, CancellationToken cancellation = default)
    {
        // The head is read before the value: whoever is first moves it, and the others have lost it.
        var head = await Head(cancellation);
        if (await Password(cancellation) is not null)
            return false;
        var result = await writer.Write(
            new Commit
            {
                By = Actor.System,
                Appends = [new StreamAppend(Stream, head, [FactJson.Of(new DemoPasswordSet())])],
                Rows = [new MetaRow { Name = PasswordName, Value = password }, new MetaRow { Name = HashName, Value = hash }],
            },
            cancellation);
        return result switch
        {
            CommitResult.Committed => true,
            CommitResult.PositionLost => false,
            _ => throw new InvalidOperationException($"The demo password could not be stored: {result}."),
        };
    }

    private async Task<string?> Value(string name, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<string?>("SELECT value FROM meta WHERE name = @name", new { name });
    }

    private async Task<long> Head(CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT position FROM stream_head WHERE stream = @stream", new { stream = Stream }) ?? 0;
    }
}
