using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;
using PartyRealtime.Contracts.Policy;

namespace PartyRealtime.StorageTests.Policy;

/// <summary>A document with its deliveries and steps, as rows and as the facts the policy is asked about.</summary>
internal sealed record RandomOffice
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    public required DocumentId Id { get; init; }

    public required UnitId Unit { get; init; }

    public required OfficialId Author { get; init; }

    public required SeatId AuthorSeat { get; init; }

    public required SeatId? Reviewer { get; init; }

    public required DocumentState State { get; init; }

    public required Secrecy Secrecy { get; init; }

    public required ImmutableArray<(UnitId Unit, DeliveryState State, ImmutableArray<(SeatId Seat, StepState State)> Steps)> Deliveries { get; init; }

    /// <summary>What it is found by.</summary>
    public string Key { get; init; } = "";

    public ImmutableArray<DraftParticipantRow> Participants { get; init; } = [];

    public DocumentFacts Facts => new(
        Document,
        [.. Deliveries.Where(delivery => delivery.State != DeliveryState.Sent).Select(delivery => delivery.Unit)],
        [.. Deliveries.SelectMany(delivery => delivery.Steps).Where(step => step.State != StepState.Recalled).Select(step => step.Seat)],
        [.. Participants.Where(participant => participant.Right is not null).Select(participant => participant.Seat)]);

    public IEnumerable<IRow> Rows => Deliveries
        .SelectMany((delivery, index) => delivery.Steps
            .Select(step => (IRow)Step(DeliveryId.Of(Id, delivery.Unit), step.Seat, step.State))
            .Prepend(Delivery(delivery.Unit, delivery.State, index + 1)))
        .Prepend(Document)
        .Concat(Participants);

    private DocumentRow Document => new()
    {
        Id = Id,
        Position = 1,
        Unit = Unit,
        Author = Author,
        AuthorSeat = AuthorSeat,
        Reviewer = Reviewer,
        State = State,
        Secrecy = Secrecy,
        Together = !Participants.IsEmpty,
        Type = "CV",
        Abstract = "Về việc thử",
        BodyVersion = 1,
        CreatedAt = At,
        SearchKey = Key,
        SearchMarked = Key,
    };

    private DeliveryRow Delivery(UnitId unit, DeliveryState state, int ordinal) => new()
    {
        Id = DeliveryId.Of(Id, unit),
        Document = Id,
        Unit = unit,
        Tile = "11",
        Ordinal = ordinal,
        Position = 1,
        State = state,
        SentAt = At,
    };

    private static StepRow Step(DeliveryId delivery, SeatId seat, StepState state) => new()
    {
        Id = StepId.Of(delivery, seat, 1),
        Delivery = delivery,
        Seat = seat,
        Role = StepRole.Lead,
        State = state,
        AssignedAt = At,
        AssignedBy = new OfficialId(1),
    };
}
