namespace PartyRealtime.Contracts.Organisation;

/// <summary>The calendar day of the offices: Asia/Ho_Chi_Minh, UTC+7 without summer time.</summary>
public static class OfficeDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Of(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    public static DateOnly Today(TimeProvider time) => Of(time.GetUtcNow());
}
