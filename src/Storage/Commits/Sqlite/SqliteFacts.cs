using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Commands;
using PartyRealtime.Storage.Commits.Intake;

namespace PartyRealtime.Storage.Commits.Sqlite;

/// <summary>Claims, stream heads and facts.</summary>
internal sealed class SqliteFacts(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement findClaim = new(
        connection,
        """
        SELECT c.body_hash, c.stream, c.first_position, c.last_position, c.at_ms, f.number, f.number_on, f.symbol
        FROM claim c LEFT JOIN fact f ON f.stream = c.stream AND f.position = c.first_position
        WHERE c.official_id = $1 AND c.command_id = $2
        """,
        2);

    private readonly SqliteStatement claim = new(
        connection,
        "INSERT INTO claim (official_id, command_id, body_hash, stream, first_position, last_position, at_ms) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        7);

    private readonly SqliteStatement abandon = new(
        connection,
        """
        INSERT INTO claim (official_id, command_id, body_hash, stream, first_position, last_position, at_ms)
        VALUES ($1, $2, $3, $4, 0, -1, $5) ON CONFLICT (official_id, command_id) DO NOTHING
        """,
        5);

    private readonly SqliteStatement head = new(connection, "SELECT position FROM stream_head WHERE stream = $1", 1);

    private readonly SqliteStatement begin = new(connection, "INSERT INTO stream_head (stream, position) VALUES ($1, $2)", 2);

    private readonly SqliteStatement advance = new(connection, "UPDATE stream_head SET position = $2 WHERE stream = $1", 2);

    private readonly SqliteStatement fact = new(
        connection,
        """
        INSERT INTO fact (stream, position, kind, at_ms, official_id, seat_id, unit_id, command_id, payload, payload_hash,
          register, number, number_on, symbol)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        14);

    /// <summary>What the claim says of this command; null when the id was never used.</summary>
    public CommitResult? Claimed(CommandClaim wanted) => Find(wanted.Key) switch
    {
        null => null,
        { Receipt: null } => new CommitResult.Abandoned(),
        var found => found.BodyHash.AsSpan().SequenceEqual(wanted.BodyHash.AsSpan())
            ? new CommitResult.Replayed(found.Receipt)
            : new CommitResult.BodyDiffers(),
    };

    /// <summary>Writes the id as abandoned where it is free; what it stands for now.</summary>
    public CommandStatus Abandon(CommandKey key, long atMs)
    {
        if (Find(key)?.Receipt is { } receipt)
            return new CommandStatus.Applied(receipt);
        abandon.Execute(key.Official.Value, Bytes(key.Command.Value), Array.Empty<byte>(), Bytes(Guid.Empty), atMs);
        return new CommandStatus.Abandoned();
    }

    /// <summary>The first stream whose head is not where the decision was made; null when all are.</summary>
    public StreamId? Lost(Commit commit)
    {
        foreach (var append in commit.Appends)
        {
            using var row = head.Query(Bytes(append.Stream.Value));
            var position = row.Read() ? row.GetInt64(0) : 0;
            if (position != append.Expected)
                return append.Stream;
        }

        return null;
    }

    public void Append(QueuedCommit queued, TakenNumber? taken, long atMs)
    {
        var commit = queued.Commit;
        object? command = commit.Claim is { } claimed ? Bytes(claimed.Key.Command.Value) : null;
        for (var a = 0; a < commit.Appends.Length; a++)
        {
            var append = commit.Appends[a];
            var stream = Bytes(append.Stream.Value);
            // That the head is where it is expected has been looked at in this transaction.
            (append.Expected == 0 ? begin : advance).Execute(stream, append.Expected + append.Facts.Length);
            for (var f = 0; f < append.Facts.Length; f++)
            {
                var carries = f == 0 && (a == 0 || append.Stream == commit.Take?.Stream) ? taken : null;
                fact.Execute(
                    stream, append.Expected + f + 1, append.Facts[f].Kind, atMs, commit.By.Official.Value,
                    commit.ActingSeat?.Value, commit.ActingUnit?.Value, command, append.Facts[f].Payload,
                    queued.PayloadHashes[a][f], carries?.Register, carries?.Number, carries?.On, carries?.Symbol);
            }
        }
    }

    public void Claim(CommandClaim wanted, Receipt receipt, long atMs) => claim.Execute(
        wanted.Key.Official.Value, Bytes(wanted.Key.Command.Value), wanted.BodyHash.ToArray(),
        Bytes(receipt.Stream.Value), receipt.First, receipt.Last, atMs);

    public void Dispose()
    {
        findClaim.Dispose();
        claim.Dispose();
        abandon.Dispose();
        head.Dispose();
        begin.Dispose();
        advance.Dispose();
        fact.Dispose();
    }

    private StoredCommand? Find(CommandKey key)
    {
        using var row = findClaim.Query(key.Official.Value, Bytes(key.Command.Value));
        if (!row.Read())
            return null;
        var receipt = row.GetInt64(3) < 0
            ? null
            : new Receipt(
                key.Command,
                new StreamId(new Guid(row.GetBytes(1), bigEndian: true)),
                row.GetInt64(2),
                row.GetInt64(3),
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                row.IsNull(5) ? null : row.GetInt64(5),
                row.IsNull(6) ? null : CommitClock.FromText(row.GetString(6)),
                row.IsNull(7) ? null : row.GetString(7));
        return new StoredCommand(ImmutableCollectionsMarshal.AsImmutableArray(row.GetBytes(0)), receipt);
    }

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);
}
