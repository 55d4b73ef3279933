using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Jobs.Facts;

public sealed record FanOutAdvanced(long From, long To, long Total) : IFact
{
    public static string Kind => "job.fan-out-advanced";
}
