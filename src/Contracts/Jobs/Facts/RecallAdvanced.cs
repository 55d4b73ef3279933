using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Jobs.Facts;

public sealed record RecallAdvanced(long From, long To, long Total) : IFact
{
    public static string Kind => "job.recall-advanced";
}
