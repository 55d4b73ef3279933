using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Inbox;

/// <summary>Why an item is in a seat's inbox; part of its identity.</summary>
public enum Reason
{
    Delivery = 1,
    Present = 2,
    Lead = 3,
    Coordinate = 4,
    [JsonStringEnumMemberName("inform")]
    ForInformation = 5,
    Note = 6,
    Draft = 7,
    Review = 8,
    Sign = 9,
    Number = 10,
    Returned = 11,
    Issued = 12,
    Recall = 13,

    /// <summary>Immediate, and nobody at the desk has opened it: told to the leader.</summary>
    Escalated = 14,

    /// <summary>Named in what was said about a draft.</summary>
    Mention = 15,
}
