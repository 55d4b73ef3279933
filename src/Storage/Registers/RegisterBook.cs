namespace PartyRealtime.Storage.Registers;

/// <summary>Which of a unit's two books.</summary>
public enum RegisterBook
{
    /// <summary>What arrived.</summary>
    Incoming,

    /// <summary>What took a number.</summary>
    Outgoing,
}
