namespace PartyRealtime.Contracts.Nodes;

/// <summary>How far a drain has come.</summary>
public enum DrainStep
{
    /// <summary>The node is not ready, and still serves whoever comes, until those who send people to nodes have seen that.</summary>
    Closing = 1,

    /// <summary>It takes no new connection, and those it has are told to go to other nodes, some at a time.</summary>
    Moving = 2,

    /// <summary>It ends what it has begun, and stops. There is no way back from here.</summary>
    Stopping = 3,
}
