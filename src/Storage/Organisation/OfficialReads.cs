using System.Collections.Immutable;
using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Text;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Organisation;

/// <summary>
/// Every search is two ranges of an index: the names that begin with the query, and the given names that begin with its
/// last word. Of a very common beginning the first hits in index order are ranked, not all.
/// </summary>
internal sealed class OfficialReads(IReadStore store, IOrganisationMap organisation) : IOfficialReads
{
    private const int CandidatesMax = 200;

    private const string SearchSql = """
        SELECT id, name FROM (
          SELECT id, name FROM official
          WHERE name_key >= @key AND name_key < @keyEnd AND disabled_at_ms IS NULL
          ORDER BY name_key LIMIT @max) AS by_name
        UNION
        SELECT id, name FROM (
          SELECT id, name FROM official
          WHERE given_name_key >= @given AND given_name_key < @givenEnd AND name_key LIKE @ending ESCAPE '\' AND disabled_at_ms IS NULL
          ORDER BY given_name_key LIMIT @max) AS by_given_name
        """;

    private const string SeatsSql = """
        SELECT h.official_id AS Official, s.id AS Seat
        FROM seat_holder h JOIN seat s ON s.id = h.seat_id
        WHERE h.official_id IN @officials AND s.kind <> 3 AND h.valid_from <= @day AND (h.valid_to IS NULL OR h.valid_to > @day)
        ORDER BY s.id
        """;

    private const string HoldersSql = """
        SELECT h.seat_id AS Seat, o.id AS Id, o.name AS Name
        FROM seat_holder h JOIN official o ON o.id = h.official_id
        WHERE h.seat_id IN @seats AND h.valid_from <= @day AND (h.valid_to IS NULL OR h.valid_to > @day) AND o.disabled_at_ms IS NULL
        ORDER BY h.seat_id, o.id
        """;

    public async Task<ImmutableArray<OfficialLine>> Search(string query, int take, CancellationToken cancellation = default)
    {
        var key = TextFold.Key(query);
        if (key.Length == 0)
            return [];
        var given = key[(key.LastIndexOf(' ') + 1)..];
        await using var connection = await store.Open(cancellation);
        var found = await connection.QueryAsync<(int Id, string Name)>(
            SearchSql,
            new { key, keyEnd = End(key), given, givenEnd = End(given), ending = $"%{Escape(key)}%", max = CandidatesMax });
        var marked = TextFold.MarkedKey(query);
        var ranked = found
            .OrderBy(official => TextFold.MarkedKey(official.Name).Contains(marked, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(official => official.Name, VietnameseOrder.People)
            .ThenBy(official => official.Id)
            .Take(take)
            .ToList();
        return await Lines(connection, ranked);
    }

    public async Task<ImmutableArray<OfficialLine>> Lines(IReadOnlyCollection<OfficialId> officials, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var found = await connection.QueryAsync<(int Id, string Name)>(
            "SELECT id, name FROM official WHERE id IN @ids", new { ids = Lists.In(officials.Select(official => official.Value).ToArray()) });
        return await Lines(connection, found.AsList());
    }

    public async Task<ILookup<SeatId, PersonRef>> Holders(
        IReadOnlyCollection<SeatId> seats, DateOnly day, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        var rows = await connection.QueryAsync<(int Seat, int Id, string Name)>(
            HoldersSql, new { seats = Lists.In(seats.Select(seat => seat.Value).ToArray()), day });
        return rows.ToLookup(row => new SeatId(row.Seat), row => new PersonRef(new OfficialId(row.Id), row.Name));
    }

    private async Task<ImmutableArray<OfficialLine>> Lines(DbConnection connection, List<(int Id, string Name)> officials)
    {
        var seats = (await connection.QueryAsync<(int Official, int Seat)>(
                SeatsSql, new { officials = Lists.In(officials.ConvertAll(official => official.Id)), day = organisation.Current.Day }))
            .ToLookup(row => row.Official, row => row.Seat);
        return [.. officials.Select(official => Line(official.Id, official.Name, seats[official.Id]))];
    }

    private OfficialLine Line(int id, string name, IEnumerable<int> seats)
    {
        var seat = seats.Select(held => organisation.Current.Seat(new SeatId(held))).FirstOrDefault(held => held is not null);
        var unit = seat?.Unit is { } unitId ? organisation.Current.Unit(unitId) : null;
        return new OfficialLine(new OfficialId(id), name, seat?.Title ?? "", unit?.Ref, seat?.Seat);
    }

    /// <summary>The end of the range of keys that begin with this one; U+FFFF stands in no name.</summary>
    private static string End(string key) => key + '\uFFFF';

    private static string Escape(string key) =>
        key.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
