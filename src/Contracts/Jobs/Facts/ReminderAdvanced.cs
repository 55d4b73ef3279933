using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Jobs.Facts;

public sealed record ReminderAdvanced(long From, long To, long Total) : IFact
{
    public static string Kind => "job.reminder-advanced";
}
