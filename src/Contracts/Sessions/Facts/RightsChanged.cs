using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>The seats of an official, or whether the account may be used, changed.</summary>
/// <param name="SessionsEnded">How many sessions that ended.</param>
public sealed record RightsChanged(int SessionsEnded) : IFact
{
    public static string Kind => "account.rightsChanged";
}
