using System.Globalization;

namespace PartyRealtime.Storage.Commits;

/// <summary>The registers' calendar: days and years are those of Asia/Ho_Chi_Minh, seven hours ahead without summer time.</summary>
internal static class CommitClock
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static string ToText(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Null for no day.</summary>
    public static string? ToText(DateOnly? day) => day is { } one ? ToText(one) : null;

    public static DateOnly FromText(string day) => DateOnly.ParseExact(day, "O", CultureInfo.InvariantCulture);
}
