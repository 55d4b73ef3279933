using Dapper;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Streams;

/// <summary>One look-up by key.</summary>
internal sealed class StreamReads(IReadStore store) : IStreamReads
{
    public async Task<long> Head(StreamId stream, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<long>(new CommandDefinition(
            "SELECT position FROM stream_head WHERE stream = @stream", new { stream = stream.Value }, cancellationToken: cancellation));
    }
}
