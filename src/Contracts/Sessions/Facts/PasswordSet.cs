using PartyRealtime.Contracts.Commits;

namespace PartyRealtime.Contracts.Sessions.Facts;

/// <summary>An account has a new password; its sessions ended.</summary>
public sealed record PasswordSet(int SessionsEnded) : IFact
{
    public static string Kind => "account.passwordSet";
}
