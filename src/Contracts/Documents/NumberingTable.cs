using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// How bodies number, as data with valid-from (DOMAIN §2: Decree 30/2020/ND-CP for state bodies; the party's rows are
/// second-hand knowledge). A new congress or a new decree adds a row with its first day.
/// </summary>
public static class NumberingTable
{
    private static readonly DateOnly CommitteeTerm = new(2025, 7, 1);
    private static readonly DateOnly Decree30 = new(2020, 3, 5);

    /// <summary>
    /// Whether bodies with these numbers write on the party's sheet, as one that is not known does; all others write on the state's.
    /// </summary>
    public static bool IsParty(NumberingProfile? profile) => profile is null or NumberingProfile.Party;

    /// <summary>Every row, oldest first within its profile.</summary>
    public static ImmutableArray<NumberingRow> Rows { get; } =
    [
        new(NumberingProfile.Party, CommitteeTerm, ByType: true, "2025-2030", "-{type}/{organ}", "-{type}/{organ}"),
        new(NumberingProfile.State, Decree30, ByType: false, null, "/{type}-{organ}", "/{organ}"),
        new(NumberingProfile.StateByType, Decree30, ByType: true, null, "/{type}-{organ}", "/{organ}"),
    ];
}
