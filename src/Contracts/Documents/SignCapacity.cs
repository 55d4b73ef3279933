namespace PartyRealtime.Contracts.Documents;

/// <summary>In what capacity a person signs (DOMAIN §2).</summary>
public enum SignCapacity
{
    InPerson = 1,

    /// <summary>T/M: for a collective.</summary>
    ForCollective = 2,

    /// <summary>K/T: deputy for the head.</summary>
    ForHead = 3,

    /// <summary>T/L: by order.</summary>
    ByOrder = 4,

    /// <summary>TUQ: by authorisation, never re-delegated.</summary>
    ByAuthorisation = 5,
}
