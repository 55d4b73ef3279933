namespace PartyRealtime.Silo.Hosting;

/// <summary>Where the nodes of a cluster find each other.</summary>
public enum MembershipStore
{
    /// <summary>The tables of script 0020, in the store that the nodes share anyway.</summary>
    PostgreSql,

    /// <summary>A Redis that outlives the nodes. Without it nobody joins or is declared dead.</summary>
    Redis,
}
