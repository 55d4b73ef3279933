using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Inbox;

public sealed record DeadlinesPassed(DateOnly Today, int Items) : IFact
{
    public static string Kind => "inbox.deadlines-passed";
}
