using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Organisation.Facts;

/// <summary>An account was disabled, or may be used again.</summary>
public sealed record AccountSwitched(OfficialId Official, bool Enabled, string Reason) : IFact
{
    public static string Kind => "organisation.accountSwitched";
}
