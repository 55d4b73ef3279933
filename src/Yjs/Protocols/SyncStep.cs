namespace PartyRealtime.Yjs.Protocols;

/// <summary>The step that a frame of synchronisation is.</summary>
public enum SyncStep
{
    /// <summary>The sender's state vector: send me what I lack.</summary>
    StateVector = 0,

    /// <summary>The answer to a state vector: an update.</summary>
    Difference = 1,

    /// <summary>An update that just happened.</summary>
    Update = 2,
}
