using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>A recipient step as it stands.</summary>
public sealed record StepRow : IRow
{
    public required StepId Id { get; init; }

    public required DeliveryId Delivery { get; init; }

    public StepId? Parent { get; init; }

    public required SeatId Seat { get; init; }

    public required StepRole Role { get; init; }

    public required StepState State { get; init; }

    public string? Instruction { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    public required OfficialId AssignedBy { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public OfficialId? OpenedBy { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public OfficialId? DoneBy { get; init; }

    /// <summary>What came of it; of one that was returned or taken back, why.</summary>
    public string? Result { get; init; }

    /// <summary>The returned step whose work lies here again.</summary>
    public StepId? CarriesOn { get; init; }

    /// <summary>When a return that others carry on was known to who had given the step.</summary>
    public DateTimeOffset? ReturnClosedAt { get; init; }
}
