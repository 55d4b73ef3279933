using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>Accounts whose rights a load changes while a server may run and their people are at work.</summary>
internal sealed class KnownAccounts(IReadStore store)
{
    private const int PeoplePerQuery = 500;

    /// <summary>
    /// What the open sessions of these people are told by: a stream and a row for each, in the order of their ids. All are read in one
    /// snapshot; an account that was changed meanwhile is a lost position of its stream.
    /// </summary>
    public async Task<ImmutableArray<(StreamAppend Append, OfficialRow Row)>> Changed(
        IReadOnlyCollection<OfficialId> people, CancellationToken cancellation)
    {
        if (people.Count == 0)
            return [];
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var changed = ImmutableArray.CreateBuilder<(StreamAppend, OfficialRow)>(people.Count);
        foreach (var some in people.OrderBy(official => official.Value).Chunk(PeoplePerQuery))
        {
            var heads = await Heads(connection, snapshot, some);
            var rows = await connection.QueryAsync<OfficialRow>(
                $"SELECT {StaffReads.OfficialColumns} FROM official WHERE id IN @ids ORDER BY id",
                new { ids = Lists.In(Array.ConvertAll(some, official => official.Value)) },
                snapshot);
            changed.AddRange(rows.Select(row => StaffRules.RightsOf(row, heads.GetValueOrDefault(StreamId.OfSessions(row.Id).Value))));
        }

        return changed.ToImmutable();
    }

    private static async Task<Dictionary<Guid, long>> Heads(DbConnection connection, DbTransaction snapshot, OfficialId[] people)
    {
        var rows = await connection.QueryAsync<(Guid Stream, long Position)>(
            "SELECT stream, position FROM stream_head WHERE stream IN @streams",
            new { streams = Lists.In(Array.ConvertAll(people, official => StreamId.OfSessions(official).Value)) },
            snapshot);
        return rows.ToDictionary(row => row.Stream, row => row.Position);
    }
}
