using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Sessions;

/// <summary>What is needed to check a password.</summary>
public sealed record SignInAccount
{
    public required OfficialId Official { get; init; }

    /// <summary>Shares the demo password.</summary>
    public bool Demo { get; init; }

    /// <summary>Null for demo accounts and for those that have no password yet.</summary>
    public string? PasswordHash { get; init; }
}
