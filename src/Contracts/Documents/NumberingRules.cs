using System.Globalization;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Which register a document takes its number from (DOMAIN §2): a party series runs per body, type and committee term,
/// a state series per body and calendar year over all types; classified documents have a series of their own.
/// </summary>
public static class NumberingRules
{
    /// <summary>The committee term that party series run in. A new congress adds a row with its first day.</summary>
    public const string Term = "2025-2030";

    /// <summary>The series of an outgoing document of the party profile, without its period.</summary>
    public static string OutgoingSeries(UnitId unit, string type, Secrecy secrecy) =>
        string.Create(CultureInfo.InvariantCulture, $"out:{unit.Value}:{type}:{SecrecyClass(secrecy)}");

    /// <summary>The arrival series of a unit; its period is the calendar year.</summary>
    public static string IncomingSeries(UnitId unit, Secrecy secrecy) =>
        string.Create(CultureInfo.InvariantCulture, $"in:{unit.Value}:{SecrecyClass(secrecy)}");

    /// <summary>What follows the number: <c>-CT/TW</c>.</summary>
    public static string SymbolSuffix(string type, string organ) => $"-{type}/{organ}";

    private static string SecrecyClass(Secrecy secrecy) => secrecy == Secrecy.Normal ? "open" : "classified";
}
