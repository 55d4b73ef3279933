using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents.Facts;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A document as its page shows it to one person: only what that person may see, only acts allowed now.</summary>
public sealed record DocumentView
{
    public required DocumentId Id { get; init; }

    public required long Position { get; init; }

    public required DocumentState State { get; init; }

    public required string Type { get; init; }

    public required string TypeName { get; init; }

    public required string TypeNameEn { get; init; }

    public required string Abstract { get; init; }

    public required string Body { get; init; }

    /// <summary>Several people write the text at the same time; while it is drafted the body is empty, and the text is the draft's.</summary>
    public bool Together { get; init; }

    /// <summary>The locked text of a document written together: ProseMirror JSON, as it was hashed; null before it was submitted.</summary>
    public string? Content { get; init; }

    /// <summary>
    /// What the person may do in the draft now; null for a document that is not written together, and for who is neither of the
    /// issuing side nor invited.
    /// </summary>
    public DraftRight? DraftRight { get; init; }

    /// <summary>Who is invited to the draft, by seat; empty for readers who are neither of the issuing body nor invited.</summary>
    public ImmutableArray<ParticipantView> Participants { get; init; } = [];

    /// <summary>
    /// SHA-256 of the content, or else of the body, in UTF-8, lower-case hex; the check code of a locked body. The sheet
    /// (abstract, deadline, instruction) and the attachments are not in it: see <see cref="BodyVersion"/>.
    /// </summary>
    public string? BodyHash { get; init; }

    /// <summary>Grows by one whenever text, sheet or attachments are written; two views of one version show the same.</summary>
    public int BodyVersion { get; init; }

    public Urgency Urgency { get; init; }

    public Secrecy Secrecy { get; init; }

    public DateOnly? DueOn { get; init; }

    public string? Instruction { get; init; }

    public required UnitRef Unit { get; init; }

    public required PersonRef Author { get; init; }

    public long? Number { get; init; }

    public string? Symbol { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>Pages of one copy as the sender counted them; null where nobody did.</summary>
    public int? Pages { get; init; }

    public SignerView? Signer { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    public ImmutableArray<FileView> Files { get; init; } = [];

    /// <summary>What the person may do now; the first is expected next. Document acts first, then delivery acts.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>Empty for readers outside the issuing body.</summary>
    public ImmutableArray<CommentView> Comments { get; init; } = [];

    /// <summary>Empty for readers outside the issuing body; at most the newest 200.</summary>
    public ImmutableArray<HistoryView> History { get; init; } = [];

    public RecipientsView? Recipients { get; init; }

    /// <summary>
    /// How it was issued, from which <see cref="SentTo"/> is made: to whom a document went stands on its sheet. Null before
    /// that, and where the person's copies were cancelled.
    /// </summary>
    [JsonIgnore]
    public DocumentIssued? Issue { get; init; }

    /// <summary>To whom it went, as its sheet says it; null where <see cref="Issue"/> is.</summary>
    public SheetRecipients? SentTo { get; init; }

    /// <summary>What replaces or corrects it, and what it replaces or corrects; the oldest first.</summary>
    public ImmutableArray<LinkView> Links { get; init; } = [];

    /// <summary>The recall, for the issuing body; null for everybody else and while none was asked for.</summary>
    public RecallView? Recall { get; init; }

    /// <summary>Whether it stands on the party's sheet; else it stands on the state's.</summary>
    public bool PartySheet { get; init; }

    /// <summary>The person's only copies were cancelled: body and files are no longer given out.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether the person may open the board: the issuing body's clerks, leaders and the author.</summary>
    public bool Board { get; init; }

    /// <summary>Whether the person may see how a text written together came about: its versions, and who wrote what.</summary>
    public bool DraftingHistory { get; init; }

    /// <summary>The person's own deliveries of this document.</summary>
    public ImmutableArray<DeliveryView> Deliveries { get; init; } = [];
}
