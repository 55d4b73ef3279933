using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Organisation.Facts;
using PartyRealtime.Storage.Commits;
using PartyRealtime.Storage.Organisation.Loading;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation.Importing;

/// <summary>Adds units and officials from CSV files: all lines of both, or, when one is faulty, none.</summary>
public sealed class OrganisationImport(IReadStore store, ICommitWriter writer, TimeProvider time)
{
    private const string Load = "import";
    private const int NamesPerQuery = 500;

    /// <summary>
    /// Checks both files and, unless it is a dry run or a line is faulty, loads them in chunks. An import that was
    /// interrupted goes on when it is run again with the same files.
    /// </summary>
    /// <exception cref="BulkLoadException">Another load is not complete, or the store refuses.</exception>
    public async Task<ImportResult> Run(string units, string? officials, bool dryRun, CancellationToken cancellation = default)
    {
        var bulk = new BulkLoad(store, writer, time);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{units}\0{officials}")));
        var scene = await Scene(OfficialImport.Named(officials), await Base(bulk, digest, cancellation), cancellation);
        var (newUnits, unitFaults) = UnitImport.Read(units, scene);
        var (groups, people, officialFaults) = OfficialImport.Read(officials, newUnits, scene);
        // Officials of a unit whose own line is faulty would be faults only because of that line.
        ImmutableArray<ImportFault> faults = [.. unitFaults, .. unitFaults.Count == 0 ? officialFaults : []];
        if (faults.IsEmpty && !dryRun)
        {
            await bulk.Run(
                Load,
                Fingerprint(digest, scene.Base),
                () => new LoadContent(
                    newUnits.Select(unit => ImmutableArray.Create<IRow>(unit)).Concat(groups.Select(group => group.ToImmutableArray())),
                    () => new LoadPart([FactJson.Of(new OrganisationImported(newUnits.Count, people))]))
                {
                    KnownMax = new OfficialId(scene.Base.Officials),
                },
                cancellation);
        }

        return new ImportResult(newUnits.Count, people, faults);
    }

    private static string Fingerprint(string digest, ImportBase from) => $"{digest} {from}";

    /// <summary>Where an interrupted import of the same files began, else the highest ids of now.</summary>
    private async Task<ImportBase> Base(BulkLoad bulk, string digest, CancellationToken cancellation)
    {
        if (await bulk.OpenFingerprint(Load, cancellation) is { } open
            && open.Split(' ') is [var openDigest, var from] && openDigest == digest && ImportBase.Parse(from) is { } begun)
            return begun;
        await using var connection = await store.Open(cancellation);
        var (units, people, seats) = await connection.QuerySingleAsync<(int Units, int People, int Seats)>(
            "SELECT (SELECT COALESCE(MAX(id), 0) FROM unit), (SELECT COALESCE(MAX(id), 0) FROM official), (SELECT COALESCE(MAX(id), 0) FROM seat)");
        return new ImportBase(units, people, seats);
    }

    private async Task<ImportScene> Scene(IReadOnlySet<string> named, ImportBase from, CancellationToken cancellation)
    {
        await using var connection = await store.Open(cancellation);
        var units = await connection.QueryAsync<(int Id, string Code, int Kind, string Tile, int? Desk)>(
            """
            SELECT u.id, u.code, u.kind, u.tile, s.id FROM unit u LEFT JOIN seat s ON s.unit_id = u.id AND s.kind = 1 AND s.id <= @Seats
            WHERE u.id <= @Units
            """,
            from);
        return new ImportScene(
            units.ToDictionary(
                unit => unit.Code,
                unit => new ExistingUnit(
                    new UnitId(unit.Id), unit.Code, (UnitKind)unit.Kind, unit.Tile, unit.Desk is { } desk ? new SeatId(desk) : null),
                StringComparer.OrdinalIgnoreCase),
            await Officials(connection, named, from),
            from,
            OfficeDay.Today(time));
    }

    /// <summary>Those of the store whom the files name, with the desks and posts they hold.</summary>
    private static async Task<Dictionary<string, ExistingOfficial>> Officials(
        DbConnection connection, IReadOnlySet<string> named, ImportBase from)
    {
        var found = new Dictionary<string, ExistingOfficial>(StringComparer.Ordinal);
        foreach (var names in named.Chunk(NamesPerQuery))
        {
            var rows = await connection.QueryAsync<(int Id, string SignIn, int? Seat, int? Role, string? Unit, string? From, string? To)>(
                """
                SELECT o.id, o.sign_in, p.id, p.role, p.code, p.valid_from, p.valid_to FROM official o LEFT JOIN (
                  SELECT s.id, s.role, u.code, h.official_id, h.valid_from, h.valid_to
                  FROM seat_holder h JOIN seat s ON s.id = h.seat_id JOIN unit u ON u.id = s.unit_id) AS p ON p.official_id = o.id
                WHERE o.sign_in IN @names AND o.id <= @Officials
                """,
                new { names = Lists.In(names), from.Officials });
            foreach (var lines in rows.GroupBy(row => (row.Id, row.SignIn)))
            {
                var posts = lines.Where(line => line.Seat is not null).Select(line => new ExistingPost(
                    new SeatId(line.Seat!.Value), (SeatRole)line.Role!.Value, line.Unit!, Day(line.From!), line.To is null ? null : Day(line.To)));
                found.Add(lines.Key.SignIn, new ExistingOfficial(new OfficialId(lines.Key.Id), [.. posts]));
            }
        }

        return found;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
