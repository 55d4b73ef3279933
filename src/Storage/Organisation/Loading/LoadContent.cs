using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Organisation.Loading;

/// <summary>What a bulk load writes.</summary>
/// <param name="Rows">Groups of rows that belong into one commit; enumerated once.</param>
/// <param name="Last">What ends it; asked for behind the rows.</param>
internal sealed record LoadContent(IEnumerable<ImmutableArray<IRow>> Rows, Func<LoadPart> Last)
{
    /// <summary>
    /// The highest id of the officials who were there before the load and may have sessions: those of them who get a seat are told.
    /// 0 where the load makes all its people.
    /// </summary>
    public OfficialId KnownMax { get; init; }

    /// <summary>The people who were there before and whose rights these rows change.</summary>
    public IReadOnlyCollection<OfficialId> Known(ImmutableArray<IRow> rows) =>
        rows.OfType<SeatHolderRow>().Select(held => held.Official).Where(official => official.Value <= KnownMax.Value).ToHashSet();
}
