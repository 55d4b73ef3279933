namespace PartyRealtime.Contracts.Documents;

/// <summary>One row of the numbering table: how a profile numbers from a day on.</summary>
/// <param name="Profile">Whose rules.</param>
/// <param name="ValidFrom">The first day of the row; it holds until the next row of its profile.</param>
/// <param name="ByType">Whether each type has a series of its own.</param>
/// <param name="Term">The committee term that the series run in; null for the calendar year.</param>
/// <param name="Symbol">What follows the number, with <c>{type}</c> and <c>{organ}</c>.</param>
/// <param name="LetterSymbol">The same for official letters, which in state bodies name no type.</param>
public sealed record NumberingRow(
    NumberingProfile Profile, DateOnly ValidFrom, bool ByType, string? Term, string Symbol, string LetterSymbol);
