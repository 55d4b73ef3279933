namespace PartyRealtime.Contracts.Organisation;

/// <summary>One line of the recipient tree.</summary>
/// <param name="Selector">What choosing the line sends.</param>
/// <param name="Units">Units that would receive.</param>
/// <param name="People">People in them, each counted once.</param>
/// <param name="Children">Whether the line opens.</param>
/// <param name="Receives">False for a unit that cannot be chosen.</param>
/// <param name="System">A group that the system keeps.</param>
/// <param name="NotReceiving">Units of the group that do not receive.</param>
/// <param name="Province">For a unit below a province: names of communes repeat.</param>
public sealed record RecipientRow(
    string Selector,
    string Name,
    string NameEn,
    int Units,
    int People,
    bool Children,
    bool Receives,
    bool System,
    int NotReceiving = 0,
    string? Province = null);
