using System.Data.Common;
using System.Globalization;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Contracts.Streams;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation;

/// <summary>Reads the organisation's tables. Loading everything is three ordered scans, done at start and on a change.</summary>
public sealed class OrganisationReads(IReadStore store)
{
    private const string UnitsSql = """
        SELECT id, code, parent_id, kind, tile, name, name_en, organ, registers, receives, valid_from, valid_to, successor_id,
          profile
        FROM unit
        """;

    private const string SeatsSql = "SELECT id, kind, role, unit_id, title FROM seat WHERE kind <> 3 AND unit_id IS NOT NULL";

    private const string HoldingsSql = """
        SELECT h.official_id, s.id, s.unit_id, s.role, CASE WHEN o.disabled_at_ms IS NULL THEN 0 ELSE 1 END
        FROM seat_holder h JOIN seat s ON s.id = h.seat_id JOIN official o ON o.id = h.official_id
        WHERE s.kind <> 3 AND s.unit_id IS NOT NULL
          AND h.valid_from <= @day AND (h.valid_to IS NULL OR h.valid_to > @day)
        ORDER BY h.official_id
        """;

    private const string HeadSql = """
        SELECT h.position, f.at_ms
        FROM stream_head h JOIN fact f ON f.stream = h.stream AND f.position = h.position
        WHERE h.stream = @stream
        """;

    /// <summary>The head of the organisation's stream.</summary>
    public async Task<OrganisationHead> Head(CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await Head(connection, transaction: null);
    }

    /// <summary>Whether a seed or an import has been completed.</summary>
    public async Task<bool> HasCompletedLoad(CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        return await connection.QuerySingleAsync<long>(
            "SELECT count(*) FROM fact WHERE stream = @stream AND kind IN @kinds",
            new { stream = StreamId.Organisation, kinds = Lists.In([OrganisationSeeded.Kind, OrganisationImported.Kind]) }) > 0;
    }

    /// <summary>The map of one day and the head that it shows, read in one snapshot.</summary>
    public async Task<(OrganisationMap Map, OrganisationHead Head)> Load(DateOnly day, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        var head = await Head(connection, snapshot);
        var builder = new OrganisationMapBuilder(head.Position, day);
        builder.AddUnits(await Units(connection, snapshot, cancellation));
        await using (var seats = await Read(connection, snapshot, SeatsSql, day, cancellation))
        {
            while (await seats.ReadAsync(cancellation))
            {
                builder.AddSeat(
                    new SeatId(seats.GetInt32(0)),
                    (SeatKind)seats.GetInt32(1),
                    (SeatRole)seats.GetInt32(2),
                    new UnitId(seats.GetInt32(3)),
                    seats.GetString(4));
            }
        }

        await using (var holdings = await Read(connection, snapshot, HoldingsSql, day, cancellation))
        {
            while (await holdings.ReadAsync(cancellation))
            {
                builder.AddHolding(new HeldToday(
                    new OfficialId(holdings.GetInt32(0)),
                    new SeatId(holdings.GetInt32(1)),
                    new UnitId(holdings.GetInt32(2)),
                    (SeatRole)holdings.GetInt32(3),
                    holdings.GetInt32(4) != 0));
            }
        }

        return (builder.Build(), head);
    }

    private static async Task<OrganisationHead> Head(DbConnection connection, DbTransaction? transaction)
    {
        var (position, atMs) = await connection.QuerySingleOrDefaultAsync<(long, long)>(HeadSql, new { stream = StreamId.Organisation }, transaction);
        return new OrganisationHead(position, atMs);
    }

    private static async Task<List<UnitRow>> Units(DbConnection connection, DbTransaction snapshot, CancellationToken cancellation)
    {
        var units = new List<UnitRow>();
        await using var reader = await Read(connection, snapshot, UnitsSql, day: null, cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            units.Add(new UnitRow
            {
                Id = new UnitId(reader.GetInt32(0)),
                Code = reader.GetString(1),
                Parent = reader.IsDBNull(2) ? null : new UnitId(reader.GetInt32(2)),
                Kind = (UnitKind)reader.GetInt32(3),
                Tile = reader.GetString(4),
                Name = reader.GetString(5),
                NameEn = reader.GetString(6),
                Organ = reader.GetString(7),
                Registers = reader.GetInt32(8) != 0,
                Receives = reader.GetInt32(9) != 0,
                ValidFrom = Date(reader.GetString(10)),
                ValidTo = reader.IsDBNull(11) ? null : Date(reader.GetString(11)),
                Successor = reader.IsDBNull(12) ? null : new UnitId(reader.GetInt32(12)),
                Profile = (NumberingProfile)reader.GetInt32(13),
            });
        }

        return units;
    }

    private static Task<DbDataReader> Read(
        DbConnection connection, DbTransaction snapshot, string sql, DateOnly? day, CancellationToken cancellation) =>
        connection.ExecuteReaderAsync(new CommandDefinition(sql, new { day }, snapshot, cancellationToken: cancellation));

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
