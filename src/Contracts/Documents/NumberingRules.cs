using System.Globalization;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Which register a document takes its number from, by the row of <see cref="NumberingTable"/> that is in force for the
/// body's profile. Classified documents have series of their own, arrivals are numbered per body and calendar year.
/// </summary>
public static class NumberingRules
{
    private const string AllTypes = "all";
    private const string OfficialLetter = "CV";

    /// <summary>The series of an outgoing document of this body on this day.</summary>
    public static OutgoingSeries Outgoing(UnitFacts unit, string type, Secrecy secrecy, DateOnly day)
    {
        var row = InForce(unit.Profile, day);
        var symbol = type == OfficialLetter ? row.LetterSymbol : row.Symbol;
        return new OutgoingSeries(
            string.Create(CultureInfo.InvariantCulture, $"out:{unit.Id.Value}:{(row.ByType ? type : AllTypes)}:{SecrecyClass(secrecy)}"),
            row.Term,
            symbol.Replace("{type}", type, StringComparison.Ordinal).Replace("{organ}", unit.Organ, StringComparison.Ordinal));
    }

    /// <summary>The arrival series of a unit; its period is the calendar year.</summary>
    public static string IncomingSeries(UnitId unit, Secrecy secrecy) =>
        string.Create(CultureInfo.InvariantCulture, $"in:{unit.Value}:{SecrecyClass(secrecy)}");

    /// <summary>The newest row of the profile that has begun; before the first one, the first.</summary>
    public static NumberingRow InForce(NumberingProfile profile, DateOnly day)
    {
        var rows = NumberingTable.Rows.Where(row => row.Profile == profile).OrderBy(row => row.ValidFrom).ToList();
        return rows.LastOrDefault(row => row.ValidFrom <= day) ?? rows[0];
    }

    private static string SecrecyClass(Secrecy secrecy) => secrecy == Secrecy.Normal ? "open" : "classified";
}
