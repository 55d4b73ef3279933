namespace PartyRealtime.Storage.Sessions;

/// <summary>The one password that all demo accounts share, as its hash.</summary>
public interface IDemoPasswordStore
{
    /// <summary>Whether the store has demo accounts at all.</summary>
    Task<bool> HasDemoAccounts(CancellationToken cancellation = default);

    /// <summary>The hash; null when none was set.</summary>
    Task<string?> Hash(CancellationToken cancellation = default);

    /// <summary>Sets the hash, with an audit row. The last writer wins.</summary>
    Task SetHash(string hash, CancellationToken cancellation = default);
}
