using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Registers;

/// <summary>Which part of which register.</summary>
/// <param name="Unit">Whose register.</param>
/// <param name="Year">The calendar year, in Asia/Ho_Chi_Minh.</param>
/// <param name="Page">From 1, <see cref="LinesPerPage"/> lines each.</param>
public sealed record RegisterQuery(UnitId Unit, int Year, int Page)
{
    public const int LinesPerPage = 100;

    /// <summary>Lines of one read of a whole book.</summary>
    internal const int LinesPerRead = 500;

    internal int Skip => (Page - 1) * LinesPerPage;
}
