using System.Data.Common;
using Dapper;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;
using PartyRealtime.Storage.Organisation;
using PartyRealtime.Storage.Policy;
using PartyRealtime.Storage.Reading;

namespace PartyRealtime.Storage.Documents;

/// <summary>
/// Reads what the rights of all who are asked about follow from, and asks <see cref="DocumentScope"/> about each. Of the
/// deliveries of a document, which may be thousands, only those are read that can be somebody's.
/// </summary>
internal sealed class SightReads(IReadStore store, IOrganisationMap map) : ISightReads
{
    public async Task<IReadOnlyList<bool>> MaySee(IReadOnlyList<(DocumentId Document, Actor Actor)> asked, CancellationToken cancellation = default)
    {
        await using var connection = await store.Open(cancellation);
        await using var snapshot = await store.BeginSnapshot(connection, cancellation);
        return await MaySee(connection, [.. asked.Select(one => (one.Document, ReaderScope.Of(one.Actor, map.Current)))]);
    }

    internal static async Task<IReadOnlyList<bool>> MaySee(DbConnection connection, IReadOnlyList<(DocumentId Document, ReaderScope Reader)> asked)
    {
        var about = new
        {
            ids = Lists.In(asked.Select(one => one.Document.Value).ToHashSet()),
            ScopeSeats = Lists.In(asked.SelectMany(one => one.Reader.Seats).Select(seat => seat.Value).ToHashSet()),
            ScopeUnits = Lists.In(asked.SelectMany(one => one.Reader.Units).Select(unit => unit.Value).ToHashSet()),
        };
        var rows = (await connection.QueryAsync<DocumentRow>($"SELECT {Columns.Document} FROM document d WHERE d.id IN @ids", about))
            .ToDictionary(row => row.Id);
        var arrived = await Parts(connection, "v.document_id AS Document, v.unit_id AS Whose FROM delivery v WHERE v", VisibleDocumentsSql.DeliveryOfUnit, about);
        var steps = await Parts(
            connection, "s.document_id AS Document, s.seat_id AS Whose FROM step s WHERE s", VisibleDocumentsSql.StepOfSeat, about);
        var invited = await Parts(
            connection, "p.document_id AS Document, p.seat_id AS Whose FROM draft_participant p WHERE p", VisibleDocumentsSql.InvitedSeat, about);
        return [.. asked.Select(one => rows.TryGetValue(one.Document, out var row) && DocumentScope.MaySee(one.Reader, new DocumentFacts(
            row,
            [.. one.Reader.Units.Where(unit => arrived.Contains((row.Id, unit.Value)))],
            [.. one.Reader.Seats.Where(seat => steps.Contains((row.Id, seat.Value)))],
            [.. one.Reader.Seats.Where(seat => invited.Contains((row.Id, seat.Value)))])))];
    }

    private static async Task<HashSet<(DocumentId Document, int Whose)>> Parts(DbConnection connection, string from, string part, object about) =>
        [.. (await connection.QueryAsync<Part>($"SELECT {from}.document_id IN @ids AND {part}", about)).Select(one => (one.Document, one.Whose))];

    /// <summary>A part in a document: of a unit that it has arrived at, or of a seat.</summary>
    private sealed record Part
    {
        public DocumentId Document { get; init; }

        public int Whose { get; init; }
    }
}
