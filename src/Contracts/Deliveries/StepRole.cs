using System.Text.Json.Serialization;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>What a step asks of its seat.</summary>
public enum StepRole
{
    /// <summary>The leader decides who handles it.</summary>
    Present = 1,
    /// <summary>Chủ trì.</summary>
    Lead = 2,
    /// <summary>Phối hợp.</summary>
    Coordinate = 3,
    /// <summary>Nhận để biết.</summary>
    [JsonStringEnumMemberName("inform")]
    ForInformation = 4,
}
