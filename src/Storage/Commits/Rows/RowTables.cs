using System.Collections.Frozen;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>
/// Every row kind and its table, in the order in which a commit writes them. A new <see cref="IRow"/> record gets its
/// mapping here; a test fails for a record that has none.
/// </summary>
internal static class RowTables
{
    public static IReadOnlyList<RowTable> All { get; } =
    [
        OrganisationTables.Meta,
        OrganisationTables.Unit,
        OrganisationTables.Official,
        OrganisationTables.Seat,
        OrganisationTables.SeatHolder,
        OrganisationTables.Session,
        OrganisationTables.SignInLock,
        OrganisationTables.Preference,
        DocumentTables.Document,
        DocumentTables.Body,
        DocumentTables.File,
        DocumentTables.Link,
        DocumentTables.Upload,
        DraftTables.Client,
        DraftTables.Entry,
        DraftTables.Snapshot,
        DraftTables.Version,
        DraftTables.Mark,
        DraftTables.Participant,
        DraftTables.Thread,
        DraftTables.ThreadEntry,
        DeliveryTables.Delivery,
        DeliveryTables.Step,
        DeliveryTables.Job,
        // Behind what they are lines of: the database takes a line's secrecy from there.
        DocumentTables.CarriedRegister,
        DocumentTables.CarriedEntry,
        DocumentTables.Void,
    ];

    private static readonly FrozenDictionary<Type, int> PlaceByType =
        All.Select((table, place) => (table.RowType, place)).ToFrozenDictionary(one => one.RowType, one => one.place);

    /// <summary>Which of <see cref="All"/> the record's kind is.</summary>
    public static int PlaceOf(IRow row) => PlaceByType[row.GetType()];

    /// <summary>The mapping of this record's kind.</summary>
    /// <exception cref="ArgumentException">The kind has none.</exception>
    public static RowTable Of(IRow row) =>
        PlaceByType.TryGetValue(row.GetType(), out var place)
            ? All[place]
            : throw new ArgumentException($"No table is mapped for {row.GetType().Name}.", nameof(row));
}
