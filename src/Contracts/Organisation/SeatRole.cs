namespace PartyRealtime.Contracts.Organisation;

/// <summary>What the holder of a seat may do in its unit.</summary>
public enum SeatRole
{
    Clerk = 1,
    Leader = 2,
    Specialist = 3,
    UnitAdmin = 4,
    Operator = 5,
    Person = 6,
}
