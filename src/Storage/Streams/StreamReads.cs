using Dapper;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Streams;

/// <summary>Look-ups by key.</summary>
internal sealed class StreamReads(IReadStore store) : IStreamReads
{
    public async Task<long> Head(StreamId stream, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<long>(new CommandDefinition(
            "SELECT position FROM stream_head WHERE stream = @stream", new { stream = stream.Value }, cancellationToken: cancellation));
    }

    public async Task<IReadOnlyDictionary<StreamId, long>> Heads(IReadOnlyCollection<StreamId> streams, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var rows = await connection.QueryAsync<HeadRow>(new CommandDefinition(
            "SELECT stream AS Stream, position AS Position FROM stream_head WHERE stream IN @streams",
            new { streams = Lists.In(streams.Select(stream => stream.Value).ToList()) },
            cancellationToken: cancellation));
        return rows.ToDictionary(row => new StreamId(row.Stream), row => row.Position);
    }

    private sealed record HeadRow
    {
        public Guid Stream { get; init; }

        public long Position { get; init; }
    }
}
