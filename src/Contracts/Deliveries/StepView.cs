using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>One recipient step of the travel diagram.</summary>
public sealed record StepView
{
    public required StepId Id { get; init; }

    public StepId? Parent { get; init; }

    public required SeatId Seat { get; init; }

    /// <summary>Who holds the seat today; empty when nobody does.</summary>
    public required string Holder { get; init; }

    public required string Title { get; init; }

    public required string Unit { get; init; }

    public required StepRole Role { get; init; }

    public required StepState State { get; init; }

    public string? Instruction { get; init; }

    public DateOnly? DueOn { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }

    public DateTimeOffset? OpenedAt { get; init; }

    public PersonRef? OpenedBy { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Who ended it: the holder, who may have returned it, or whoever recalled it.</summary>
    public PersonRef? DoneBy { get; init; }

    /// <summary>What came of it; of one that was returned or recalled, why.</summary>
    public string? Result { get; init; }

    /// <summary>Whether the person gave it and may take it back now.</summary>
    public bool Recallable { get; init; }

    /// <summary>Whether the person holds it and may give it back now.</summary>
    public bool Returnable { get; init; }

    /// <summary>Whether the person may finish it now.</summary>
    public bool Mine { get; init; }
}
