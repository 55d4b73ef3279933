using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>A document as it stands, replaced whole in each commit of its stream. Number, date and symbol are written by the register take and carried along afterwards.</summary>
public sealed record DocumentRow : IRow
{
    public required DocumentId Id { get; init; }

    /// <summary>The stream position this row stands at.</summary>
    public required long Position { get; init; }

    /// <summary>The issuing body.</summary>
    public required UnitId Unit { get; init; }

    public required OfficialId Author { get; init; }

    public required SeatId AuthorSeat { get; init; }

    public required DocumentState State { get; init; }

    /// <summary>The type's code, such as CT.</summary>
    public required string Type { get; init; }

    public required string Abstract { get; init; }

    public Urgency Urgency { get; init; }

    public Secrecy Secrecy { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>What the recipients are asked to do.</summary>
    public string? Instruction { get; init; }

    /// <summary>Several people write its text at the same time: until it is submitted its body is the draft's log.</summary>
    public bool Together { get; init; }

    public required int BodyVersion { get; init; }

    /// <summary>SHA-256 of the text of this version: of its content where it was written together, else of its body.</summary>
    public byte[]? BodyHash { get; init; }

    /// <summary>The leader's seat that reviews or signs.</summary>
    public SeatId? Reviewer { get; init; }

    /// <summary>Review rounds, from 1.</summary>
    public int Round { get; init; }

    /// <summary>The unit's leader found the content in order in this round.</summary>
    public bool ContentCleared { get; init; }

    /// <summary>The registry found the form in order in this round.</summary>
    public bool FormCleared { get; init; }

    public string? Register { get; init; }

    public long? Number { get; init; }

    public DateOnly? NumberOn { get; init; }

    public string? Symbol { get; init; }

    /// <summary>How many pages one copy has, as the clerk counted them at the number.</summary>
    public int? Pages { get; init; }

    /// <summary>How many copies are issued.</summary>
    public int? Copies { get; init; }

    public OfficialId? Signer { get; init; }

    public string? SignerTitle { get; init; }

    public string? SignerCapacity { get; init; }

    public DateTimeOffset? SignedAt { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Units in the frozen recipient set.</summary>
    public int Units { get; init; }

    /// <summary>People those units reach.</summary>
    public int People { get; init; }

    /// <summary>Why the issuing body asks its recipients to cancel their copies.</summary>
    public string? RecallReason { get; init; }

    public DateTimeOffset? RecallAskedAt { get; init; }

    /// <summary>When the last recipient's answer had come in.</summary>
    public DateTimeOffset? RecalledAt { get; init; }

    /// <summary>See <see cref="Search.SearchText"/>.</summary>
    public string SearchKey { get; init; } = "";

    public string SearchMarked { get; init; } = "";

    /// <summary>The notation without its number, by <see cref="Text.SymbolKey"/>.</summary>
    public string SymbolKey { get; init; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
}
