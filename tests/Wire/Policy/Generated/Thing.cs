using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Inbox;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.WireTests.Policy.Generated;

/// <summary>What a request is about, with everything that the model asks about it. Ids that are not given exist nowhere.</summary>
internal sealed record Thing
{
    /// <summary>A thing that does not exist.</summary>
    public static Thing Missing => new() { Name = "missing" };

    public required string Name { get; init; }

    public Guid DocumentId { get; init; } = Guid.NewGuid();

    public Guid DeliveryId { get; init; } = Guid.NewGuid();

    public Guid StepId { get; init; } = Guid.NewGuid();

    public Guid CommandId { get; init; } = Guid.NewGuid();

    public string Hash { get; init; } = new('a', 64);

    public int Unit { get; init; } = 9_999_999;

    public int Seat { get; init; } = 9_999_999;

    public int Official { get; init; } = 9_999_999;

    /// <summary>The units that the person of <see cref="Official"/> holds anything in.</summary>
    public ImmutableArray<UnitId> HeldIn { get; init; } = [];

    public ItemKey Item { get; init; } = new(new SeatId(9_999_999), Guid.NewGuid(), Reason.Note);

    /// <summary>Whose command it is.</summary>
    public string? Owner { get; init; }

    public DocumentRow? Document { get; init; }

    /// <summary>The document's deliveries with their steps.</summary>
    public ImmutableArray<(DeliveryRow Row, ImmutableArray<StepRow> Steps)> Deliveries { get; init; } = [];

    /// <summary>Who is invited to the document's draft.</summary>
    public ImmutableArray<DraftParticipantRow> Participants { get; init; } = [];

    /// <summary>The seats that are.</summary>
    public ImmutableArray<SeatId> Invited => [.. Participants.Select(participant => participant.Seat)];

    public DeliveryRow? Delivery { get; init; }

    public ImmutableArray<StepRow> Steps { get; init; } = [];

    public StepRow? Step { get; init; }

    /// <summary>The file is one of the document's.</summary>
    public bool HasFile { get; init; }

    /// <summary>Makes another one just like it, in the same state; for acts that change it.</summary>
    public Func<Task<Thing>>? Again { get; init; }

    /// <summary>What <see cref="DocumentScope"/> asks about.</summary>
    public DocumentFacts Facts => new(
        Document!,
        [.. Deliveries.Where(delivery => delivery.Row.State != DeliveryState.Sent).Select(delivery => delivery.Row.Unit)],
        [.. Deliveries.SelectMany(delivery => delivery.Steps).Where(step => step.State != StepState.Recalled).Select(step => step.Seat)],
        Invited);
}
