using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Files;
using PartyRealtime.Contracts.Registers;

namespace PartyRealtime.Storage.Commits.Rows;

/// <summary>Documents, their bodies and files, and the register they are numbered in.</summary>
internal static class DocumentTables
{
    public static RowTable Document { get; } =
        new RowTableOf<DocumentRow>("document", takes: RegisterTarget.Document)
        .Uuid("id", r => r.Id.Value).Keyed(r => r.Id.Value).TakesFor(r => r.Id.Value)
        .Long("position", r => r.Position)
        .Int("unit_id", r => r.Unit.Value)
        .Int("author_id", r => r.Author.Value)
        .Int("author_seat_id", r => r.AuthorSeat.Value)
        .Int("state", r => (int)r.State)
        .Text("type", r => r.Type)
        .Text("abstract", r => r.Abstract)
        .Int("urgency", r => (int)r.Urgency)
        .Int("secrecy", r => (int)r.Secrecy)
        .Date("due_on", r => r.DueOn)
        .Text("instruction", r => r.Instruction)
        .Int("body_version", r => r.BodyVersion)
        .Bytes("body_hash", r => r.BodyHash)
        .Int("reviewer_seat_id", r => r.Reviewer?.Value)
        .Int("round", r => r.Round)
        .Flag("content_cleared", r => r.ContentCleared)
        .Flag("form_cleared", r => r.FormCleared)
        .Text("register", r => r.Register, TakenValue.Register)
        .Long("number", r => r.Number, TakenValue.Number)
        .Date("number_on", r => r.NumberOn, TakenValue.NumberOn)
        .Text("symbol", r => r.Symbol, TakenValue.Symbol)
        .Int("signer_id", r => r.Signer?.Value)
        .Text("signer_title", r => r.SignerTitle)
        .Text("signer_capacity", r => r.SignerCapacity)
        .Instant("signed_at_ms", r => r.SignedAt)
        .Instant("issued_at_ms", r => r.IssuedAt)
        .Int("units", r => r.Units)
        .Int("people", r => r.People)
        .Instant("created_at_ms", r => r.CreatedAt)
        .Text("search_key", r => r.SearchKey)
        .Text("search_marked", r => r.SearchMarked)
        .Text("symbol_key", r => r.SymbolKey)
        .Text("recall_reason", r => r.RecallReason)
        .Instant("recall_asked_at_ms", r => r.RecallAskedAt)
        .Instant("recalled_at_ms", r => r.RecalledAt)
        .Flag("together", r => r.Together)
        .Int("pages", r => r.Pages)
        .Int("copies", r => r.Copies);

    public static RowTable Body { get; } = new RowTableOf<DocumentBodyRow>("document_body", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Int("version", r => r.Version)
        .Keyed(r => (r.Document, r.Version))
        .Text("text", r => r.Text)
        .Bytes("hash", r => r.Hash)
        .Text("content", r => r.Content);

    public static RowTable File { get; } = new RowTableOf<DocumentFileRow>("document_file", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Int("version", r => r.Version)
        .Int("ordinal", r => r.Ordinal)
        .Keyed(r => (r.Document, r.Version, r.Ordinal))
        .Text("hash", r => r.Hash)
        .Text("name", r => r.Name)
        .Long("size_bytes", r => r.SizeBytes)
        .Text("media_type", r => r.MediaType);

    public static RowTable Link { get; } = new RowTableOf<DocumentLinkRow>("document_link", RowWrite.Insert)
        .Uuid("document_id", r => r.Document.Value)
        .Uuid("by_id", r => r.By.Value)
        .Int("kind", r => (int)r.Kind)
        .Keyed(r => (r.Document, r.By, r.Kind))
        .Instant("at_ms", r => r.At);

    public static RowTable Upload { get; } = new RowTableOf<UploadRow>("upload")
        .Int("official_id", r => r.Official.Value)
        .Text("hash", r => r.Hash)
        .Keyed(r => (r.Official, r.Hash))
        .Text("name", r => r.Name)
        .Long("size_bytes", r => r.SizeBytes)
        .Text("media_type", r => r.MediaType)
        .Instant("at_ms", r => r.At);

    public static RowTable Void { get; } = new RowTableOf<RegisterVoid>("register_entry", RowWrite.VoidEntry)
        .Text("register", r => r.Register)
        .Long("number", r => r.Number)
        .Uuid("stream", r => r.Stream.Value)
        .Keyed(r => (r.Register, r.Number))
        .Instant("voided_at_ms", r => r.At)
        .Text("void_reason", r => r.Reason);

    public static RowTable CarriedRegister { get; } = new RowTableOf<CarriedRegister>("register", RowWrite.Insert)
        .Text("register", r => r.Register).Keyed(r => r.Register)
        .Long("next", r => r.Next)
        .Date("last_on", r => r.LastOn);

    public static RowTable CarriedEntry { get; } = new RowTableOf<CarriedEntry>("register_entry", RowWrite.Insert)
        .Text("register", r => r.Register)
        .Long("number", r => r.Number)
        .Keyed(r => (r.Register, r.Number))
        .Date("number_on", r => r.On)
        .Uuid("stream", r => r.Stream.Value)
        .Instant("at_ms", r => r.At)
        // The mapping names each column; a line that was voided before is carried over by a void behind it.
        .Instant("voided_at_ms", _ => null)
        .Text("void_reason", _ => null);
}
