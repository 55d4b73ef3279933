using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>The log of drafts that are written together, what follows from it, and what is said about them.</summary>
internal static class DraftTables
{
    public static RowTable Client { get; } = new RowTableOf<DraftClientRow>("draft_client", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Long("client_id", r => r.Client)
        .Keyed(r => (r.Document, r.Client))
        .Int("official_id", r => r.Official.Value);

    public static RowTable Entry { get; } = new RowTableOf<DraftEntryRow>("draft_update", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Long("seq", r => r.Seq)
        .Keyed(r => (r.Document, r.Seq))
        .Int("kind", r => (int)r.Kind)
        .Int("official_id", r => r.By.Value)
        .Instant("at_ms", r => r.At)
        .Bytes("bytes", r => r.Bytes);

    public static RowTable Snapshot { get; } = new RowTableOf<DraftSnapshotRow>("draft_snapshot", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Long("seq", r => r.Seq)
        .Keyed(r => (r.Document, r.Seq))
        .Instant("at_ms", r => r.At)
        .Bytes("state", r => r.State);

    public static RowTable Version { get; } = new RowTableOf<DraftVersionRow>("draft_version", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Int("version", r => r.Version)
        .Keyed(r => (r.Document, r.Version))
        .Long("seq", r => r.Seq)
        .Instant("at_ms", r => r.At)
        .Int("official_id", r => r.By.Value)
        // Names stand in draft_mark. The column stays: a node of an older version that is still running writes it.
        .Text("name", _ => "")
        .Text("content", r => r.Content)
        .Bytes("state", r => r.State);

    public static RowTable Mark { get; } = new RowTableOf<DraftMarkRow>("draft_mark", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Long("position", r => r.Position)
        .Keyed(r => (r.Document, r.Position))
        .Long("seq", r => r.Seq)
        .Instant("at_ms", r => r.At)
        .Int("official_id", r => r.By.Value)
        .Text("name", r => r.Name)
        .Text("content", r => r.Content)
        .Bytes("state", r => r.State);

    public static RowTable Participant { get; } = new RowTableOf<DraftParticipantRow>("draft_participant")
        .Uuid("document_id", r => r.Document.Value)
        .Int("seat_id", r => r.Seat.Value)
        .Keyed(r => (r.Document, r.Seat))
        .Int("draft_right", r => (int?)r.Right)
        .Long("since", r => r.Since)
        .Int("by_id", r => r.By.Value)
        .Instant("at_ms", r => r.At);

    public static RowTable Thread { get; } = new RowTableOf<DraftThreadRow>("draft_thread")
        .Uuid("document_id", r => r.Document.Value)
        .Uuid("thread_id", r => r.Thread.Value)
        .Keyed(r => (r.Document, r.Thread))
        .Int("kind", r => (int)r.Kind)
        .Int("state", r => (int)r.State)
        .Bytes("start_place", r => r.Start)
        .Bytes("end_place", r => r.End)
        .Text("quote", r => r.Quote)
        .Text("replacement", r => r.Replacement)
        .Int("round", r => r.Round)
        .Int("by_id", r => r.By.Value)
        .Instant("at_ms", r => r.At)
        .Int("entries", r => r.Entries)
        .Long("position", r => r.Position);

    public static RowTable ThreadEntry { get; } = new RowTableOf<DraftThreadEntryRow>("draft_thread_entry", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Long("position", r => r.Position)
        .Keyed(r => (r.Document, r.Position))
        .Uuid("entry_id", r => r.Id.Value)
        .Uuid("thread_id", r => r.Thread.Value)
        .Int("kind", r => (int)r.Kind)
        .Int("by_id", r => r.By.Value)
        .Instant("at_ms", r => r.At)
        .Text("text", r => r.Text);
}
