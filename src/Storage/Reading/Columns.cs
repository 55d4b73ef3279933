namespace PartyRealtime.Storage.Reading;

/// <summary>The column lists that make rows of records; one place each, so that a new column is added once.</summary>
internal static class Columns
{
    /// <summary>A <see cref="Contracts.Documents.DocumentRow"/> from table document AS d.</summary>
    public const string Document = """
        d.id AS Id, d.position AS Position, d.unit_id AS Unit, d.author_id AS Author, d.author_seat_id AS AuthorSeat,
        d.state AS State, d.type AS Type, d.abstract AS Abstract, d.urgency AS Urgency, d.secrecy AS Secrecy,
        d.due_on AS DueOn, d.instruction AS Instruction, d.body_version AS BodyVersion, d.body_hash AS BodyHash,
        d.reviewer_seat_id AS Reviewer, d.round AS Round, d.content_cleared AS ContentCleared,
        d.form_cleared AS FormCleared, d.register AS Register, d.number AS Number, d.number_on AS NumberOn,
        d.symbol AS Symbol, d.signer_id AS Signer, d.signer_title AS SignerTitle, d.signer_capacity AS SignerCapacity,
        d.signed_at_ms AS SignedAt, d.issued_at_ms AS IssuedAt, d.units AS Units, d.people AS People,
        d.created_at_ms AS CreatedAt, d.search_key AS SearchKey, d.search_marked AS SearchMarked, d.symbol_key AS SymbolKey,
        d.recall_reason AS RecallReason, d.recall_asked_at_ms AS RecallAskedAt, d.recalled_at_ms AS RecalledAt,
        d.together AS Together, d.pages AS Pages, d.copies AS Copies
        """;

    /// <summary>A <see cref="Contracts.Documents.DocumentFileRow"/> from table document_file AS f.</summary>
    public const string File = """
        f.document_id AS Document, f.version AS Version, f.ordinal AS Ordinal, f.hash AS Hash, f.name AS Name,
        f.size_bytes AS SizeBytes, f.media_type AS MediaType
        """;

    /// <summary>A <see cref="Contracts.Deliveries.DeliveryRow"/> from table delivery AS v.</summary>
    public const string Delivery = """
        v.id AS Id, v.document_id AS Document, v.unit_id AS Unit, v.tile AS Tile, v.ordinal AS Ordinal,
        v.position AS Position, v.state AS State, v.sent_at_ms AS SentAt, v.arrived_at_ms AS ArrivedAt,
        v.opened_at_ms AS OpenedAt, v.opened_by AS OpenedBy, v.registered_at_ms AS RegisteredAt,
        v.registered_by AS RegisteredBy, v.register AS Register, v.number AS Number, v.number_on AS NumberOn,
        v.assigned_at_ms AS AssignedAt, v.finished_at_ms AS FinishedAt, v.returned_at_ms AS ReturnedAt,
        v.return_reason AS ReturnReason, v.due_on AS DueOn, v.recall AS Recall, v.recall_asked_at_ms AS RecallAskedAt,
        v.recall_answered_at_ms AS RecallAnsweredAt, v.recall_answered_by AS RecallAnsweredBy,
        v.recall_refusal AS RecallRefusal, v.reminded_at_ms AS RemindedAt, v.escalate_at_ms AS EscalateAt,
        v.escalated_at_ms AS EscalatedAt, v.escalated_seat_id AS EscalatedTo,
        v.pages AS Pages, v.copies AS Copies, v.return_closed_at_ms AS ReturnClosedAt, v.return_closed_by AS ReturnClosedBy
        """;

    /// <summary>A <see cref="Contracts.Deliveries.StepRow"/> from table step AS s.</summary>
    public const string Step = """
        s.id AS Id, s.delivery_id AS Delivery, s.parent_id AS Parent, s.seat_id AS Seat, s.role AS Role,
        s.state AS State, s.instruction AS Instruction, s.due_on AS DueOn, s.assigned_at_ms AS AssignedAt,
        s.assigned_by AS AssignedBy, s.opened_at_ms AS OpenedAt, s.opened_by AS OpenedBy, s.done_at_ms AS DoneAt,
        s.done_by AS DoneBy, s.result AS Result, s.carries_on_id AS CarriesOn, s.return_closed_at_ms AS ReturnClosedAt
        """;
}
