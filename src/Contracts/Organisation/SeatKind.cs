namespace PartyRealtime.Contracts.Organisation;

/// <summary>Whose inbox a seat is.</summary>
public enum SeatKind
{
    /// <summary>A unit's registry desk, shared by its clerks.</summary>
    Desk = 1,
    /// <summary>A post in a unit.</summary>
    Post = 2,
    /// <summary>The person, for notes.</summary>
    Person = 3,
}
