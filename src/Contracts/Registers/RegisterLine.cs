using System.Text.Json.Serialization;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Documents.Facts;

namespace PartyRealtime.Contracts.Registers;

/// <summary>One line of a register, as it prints (DOMAIN §3).</summary>
public sealed record RegisterLine
{
    /// <summary>Names in one cell; the document's page has all.</summary>
    public const int NamedMax = 8;

    public required long Number { get; init; }

    public required DateOnly Date { get; init; }

    public string? Symbol { get; init; }

    public DateOnly? DocumentDate { get; init; }

    /// <summary>The sender for arrivals, with its province where it lies in one; the signer for outgoing documents.</summary>
    public string From { get; init; } = "";

    public required string Type { get; init; }

    public required string Abstract { get; init; }

    public Urgency Urgency { get; init; }

    public Secrecy Secrecy { get; init; }

    /// <summary>How many files are attached.</summary>
    public int Files { get; init; }

    /// <summary>Pages of one copy: for arrivals as counted here, else as the sender counted; null where nobody did.</summary>
    public int? Pages { get; init; }

    /// <summary>Copies: that arrived, or that are issued.</summary>
    public int? Copies { get; init; }

    public DateOnly? DueOn { get; init; }

    /// <summary>Who leads, of an arrival that was assigned.</summary>
    public string? Handler { get; init; }

    /// <summary>Who coordinates or is informed, of an arrival: at most <see cref="NamedMax"/> names in their order, with commas between.</summary>
    public string? AlsoTo { get; init; }

    /// <summary>To how many units an outgoing document went; null before it is issued.</summary>
    public int? Units { get; init; }

    /// <summary>To whom it went, as its sheet names them: at most <see cref="NamedMax"/>, with semicolons between; null before it is issued.</summary>
    public string? Recipients { get; init; }

    /// <summary>The choice of recipients, from which the names are made.</summary>
    [JsonIgnore]
    public DocumentIssued? Issue { get; init; }

    /// <summary>The state of an arrival.</summary>
    public DeliveryState? State { get; init; }

    /// <summary>An arrival's place in the recall of its document.</summary>
    public RecallAnswer? Recall { get; init; }

    public bool Voided { get; init; }

    public string? VoidReason { get; init; }

    /// <summary>Null where the person may not see the document: a voided number whose draft is with its author again.</summary>
    public DocumentId? DocumentId { get; init; }

    public DeliveryId? DeliveryId { get; init; }
}
