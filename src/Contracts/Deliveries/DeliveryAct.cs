namespace PartyRealtime.Contracts.Deliveries;

/// <summary>The acts on a delivery at its receiving unit, in workflow order.</summary>
public enum DeliveryAct
{
    Register = 1,
    Assign = 2,
    Finish = 3,
    ReturnDelivery = 4,
    Open = 5,
    AgreeRecall = 6,
    RefuseRecall = 7,
    Forward = 8,
    RecallStep = 9,
    HandOver = 10,
    ReturnStep = 11,
}
