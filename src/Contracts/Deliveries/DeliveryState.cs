namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The ladder of a delivery; the sender sees every step.</summary>
public enum DeliveryState
{
    /// <summary>Frozen in the recipient set, not yet at the desk.</summary>
    Sent = 1,
    /// <summary>At the desk (01).</summary>
    Arrived = 2,
    /// <summary>Refused with reason (02).</summary>
    Returned = 3,
    /// <summary>In the arrival register (03).</summary>
    Registered = 4,
    /// <summary>Given to someone (04).</summary>
    Assigned = 5,
    /// <summary>A lead has begun (05).</summary>
    InProgress = 6,
    /// <summary>The last lead step ended (06).</summary>
    Finished = 7,
}
