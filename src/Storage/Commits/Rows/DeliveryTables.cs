using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Jobs;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>Deliveries, their steps, and the jobs that carry them out.</summary>
internal static class DeliveryTables
{
    public static RowTable Delivery { get; } =
        new RowTableOf<DeliveryRow>("delivery", takes: RegisterTarget.Delivery)
        .Uuid("id", r => r.Id.Value).Keyed(r => r.Id.Value).TakesFor(r => r.Id.Value)
        .Uuid("document_id", r => r.Document.Value)
        .Int("unit_id", r => r.Unit.Value)
        .Text("tile", r => r.Tile)
        .Int("ordinal", r => r.Ordinal)
        .Long("position", r => r.Position)
        .Int("state", r => (int)r.State)
        .Instant("sent_at_ms", r => r.SentAt)
        .Instant("arrived_at_ms", r => r.ArrivedAt)
        .Instant("opened_at_ms", r => r.OpenedAt)
        .Int("opened_by", r => r.OpenedBy?.Value)
        .Instant("registered_at_ms", r => r.RegisteredAt)
        .Int("registered_by", r => r.RegisteredBy?.Value)
        .Text("register", r => r.Register, TakenValue.Register)
        .Long("number", r => r.Number, TakenValue.Number)
        .Date("number_on", r => r.NumberOn, TakenValue.NumberOn)
        .Instant("assigned_at_ms", r => r.AssignedAt)
        .Instant("finished_at_ms", r => r.FinishedAt)
        .Instant("returned_at_ms", r => r.ReturnedAt)
        .Text("return_reason", r => r.ReturnReason)
        .Date("due_on", r => r.DueOn)
        .Int("recall", r => (int)r.Recall)
        .Instant("recall_asked_at_ms", r => r.RecallAskedAt)
        .Instant("recall_answered_at_ms", r => r.RecallAnsweredAt)
        .Int("recall_answered_by", r => r.RecallAnsweredBy?.Value)
        .Text("recall_refusal", r => r.RecallRefusal)
        .Instant("reminded_at_ms", r => r.RemindedAt)
        .Instant("escalate_at_ms", r => r.EscalateAt)
        .Instant("escalated_at_ms", r => r.EscalatedAt)
        .Int("escalated_seat_id", r => r.EscalatedTo?.Value)
        .Int("pages", r => r.Pages)
        .Int("copies", r => r.Copies)
        .Instant("return_closed_at_ms", r => r.ReturnClosedAt)
        .Int("return_closed_by", r => r.ReturnClosedBy?.Value);

    public static RowTable Step { get; } = new RowTableOf<StepRow>("step")
        .Uuid("id", r => r.Id.Value).Keyed(r => r.Id.Value)
        .Uuid("delivery_id", r => r.Delivery.Value)
        .Uuid("parent_id", r => r.Parent?.Value)
        .Int("seat_id", r => r.Seat.Value)
        .Int("role", r => (int)r.Role)
        .Int("state", r => (int)r.State)
        .Text("instruction", r => r.Instruction)
        .Date("due_on", r => r.DueOn)
        .Instant("assigned_at_ms", r => r.AssignedAt)
        .Int("assigned_by", r => r.AssignedBy.Value)
        .Instant("opened_at_ms", r => r.OpenedAt)
        .Int("opened_by", r => r.OpenedBy?.Value)
        .Instant("done_at_ms", r => r.DoneAt)
        .Int("done_by", r => r.DoneBy?.Value)
        .Text("result", r => r.Result)
        .Uuid("carries_on_id", r => r.CarriesOn?.Value)
        .Instant("return_closed_at_ms", r => r.ReturnClosedAt);

    public static RowTable Job { get; } = new RowTableOf<JobRow>("job")
        .Uuid("id", r => r.Id.Value).Keyed(r => r.Id.Value)
        .Text("kind", r => r.Kind)
        .Uuid("subject", r => r.Subject)
        .Long("position", r => r.Position)
        .Long("cursor", r => r.Cursor)
        .Long("total", r => r.Total)
        .Text("payload", r => r.Payload)
        .Instant("created_at_ms", r => r.CreatedAt)
        .Instant("finished_at_ms", r => r.FinishedAt);
}
