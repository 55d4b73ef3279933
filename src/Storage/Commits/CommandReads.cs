using Dapper;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits.Intake;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Commits;

/// <summary>Looks the claim up and rebuilds the answer from the first fact of its main stream.</summary>
internal sealed class CommandReads(IReadStore store, CommitQueue queue) : ICommandReads
{
    private const string ClaimSql =
        """
        SELECT c.body_hash AS "BodyHash", c.stream AS "Stream", c.first_position AS "First", c.last_position AS "Last",
          c.at_ms AS "At", f.number AS "Number", f.number_on AS "NumberOn", f.symbol AS "Symbol"
        FROM claim c
        LEFT JOIN fact f ON f.stream = c.stream AND f.position = c.first_position
        WHERE c.official_id = @Official AND c.command_id = @Command
        """;

    public async Task<StoredCommand?> Find(CommandKey key, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<ClaimRow>(
            new CommandDefinition(ClaimSql, new { key.Official, key.Command }, cancellationToken: cancellation));
        return row is null
            ? null
            : new StoredCommand([.. row.BodyHash], row.Last < 0 ? null : row.Receipt(key.Command));
    }

    public async Task<CommandStatus> Status(CommandKey key, CancellationToken cancellation = default)
    {
        if (queue.InFlight(key) is not null)
            return new CommandStatus.Running();
        return await Find(key, cancellation) switch
        {
            null => new CommandStatus.Unknown(),
            { Receipt: { } receipt } => new CommandStatus.Applied(receipt),
            _ => new CommandStatus.Abandoned(),
        };
    }

    private sealed record ClaimRow
    {
        public byte[] BodyHash { get; init; } = [];

        public StreamId Stream { get; init; }

        public long First { get; init; }

        public long Last { get; init; }

        public DateTimeOffset At { get; init; }

        public long? Number { get; init; }

        public DateOnly? NumberOn { get; init; }

        public string? Symbol { get; init; }

        public Receipt Receipt(CommandId command) => new(command, Stream, First, Last, At, Number, NumberOn, Symbol);
    }
}
