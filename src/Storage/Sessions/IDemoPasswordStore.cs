namespace PartyRealtime.Storage.Sessions;

/// <summary>The one password that all demo accounts share: readable, for the nodes that print it, and as its hash.</summary>
public interface IDemoPasswordStore
{
    /// <summary>Whether the store has demo accounts at all.</summary>
    Task<bool> HasDemoAccounts(CancellationToken cancellation = default);

    /// <summary>The hash; null when none was set.</summary>
    Task<string?> Hash(CancellationToken cancellation = default);

    /// <summary>The password; null when none was set, or only its hash.</summary>
    Task<string?> Password(CancellationToken cancellation = default);

    /// <summary>Sets password and hash where no password is, with an audit row. False when another node was first.</summary>
    Task<bool> TrySet(string password, string hash, CancellationToken cancellation = default);
}
