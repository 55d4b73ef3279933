namespace PartyRealtime.Contracts.Documents;

/// <summary>How fast a document must be handled; higher is more urgent.</summary>
public enum Urgency
{
    Normal = 0,
    /// <summary>Khẩn.</summary>
    Urgent = 1,
    /// <summary>Thượng khẩn.</summary>
    VeryUrgent = 2,
    /// <summary>Hỏa tốc.</summary>
    Immediate = 3,
}
