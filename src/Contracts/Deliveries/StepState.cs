namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Where a step stands.</summary>
public enum StepState
{
    Waiting = 1,
    Opened = 2,
    Forwarded = 3,
    Done = 4,
    Returned = 5,
    Recalled = 6,
}
