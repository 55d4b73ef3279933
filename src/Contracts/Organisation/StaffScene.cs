using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>What a decision about a seat or an account is made on, read in one snapshot.</summary>
public sealed record StaffScene
{
    /// <summary>The day of the decision, in Asia/Ho_Chi_Minh.</summary>
    public required DateOnly Today { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The head of the organisation's stream.</summary>
    public required long Head { get; init; }

    /// <summary>Who holds or held the seat in question; empty when it is about an account.</summary>
    public ImmutableArray<SeatHolderRow> Holdings { get; init; } = [];

    /// <summary>The people in question, as far as they exist.</summary>
    public ImmutableArray<StaffPerson> People { get; init; } = [];

    public StaffPerson? Person(OfficialId? official) => People.FirstOrDefault(person => person.Row.Id == official);
}
