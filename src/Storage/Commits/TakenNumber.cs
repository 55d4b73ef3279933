using System.Globalization;
using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Storage.Commits;

/// <summary>A number as a register gave it.</summary>
internal sealed record TakenNumber(string Register, long Number, string On, string? Symbol)
{
    /// <summary>The register's full key: its series and its period.</summary>
    public static string RegisterKey(RegisterTake take, DateOnly today) =>
        take.Series + ":" + (take.Term ?? today.Year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>At least two digits, then the notation; null for arrivals.</summary>
    public static string? SymbolOf(RegisterTake take, long number) =>
        take.SymbolSuffix is { } suffix ? number.ToString("00", CultureInfo.InvariantCulture) + suffix : null;
}
