using System.Collections.Immutable;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>
/// The sender's live board: a query over the deliveries in one snapshot, never a stored counter.
/// </summary>
public sealed record Board
{
    public required DocumentId DocumentId { get; init; }

    /// <summary>The sum of the document's and the deliveries' positions: grows with every act on any of them.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public string? Symbol { get; init; }

    public required string Type { get; init; }

    public required string TypeName { get; init; }

    public required string TypeNameEn { get; init; }

    public Urgency Urgency { get; init; }

    public required string Abstract { get; init; }

    public DateOnly? DueOn { get; init; }

    public required BoardTotals Totals { get; init; }

    /// <summary>Null while no recall was asked for.</summary>
    public BoardRecall? Recall { get; init; }

    public ImmutableArray<BoardTile> Tiles { get; init; } = [];

    /// <summary>At most 60 points from the issue to now.</summary>
    public ImmutableArray<BoardPoint> Plot { get; init; } = [];

    /// <summary>The newest 30, newest first.</summary>
    public ImmutableArray<BoardFeedLine> Feed { get; init; } = [];

    /// <summary>How long a unit may leave the document unopened or unregistered before it is late.</summary>
    public int LateAfterMinutes { get; init; }

    /// <summary>Arrived so long ago and not opened; the 200 longest waiting.</summary>
    public ImmutableArray<BoardLate> Late { get; init; } = [];

    /// <summary>All that are late, listed or not.</summary>
    public int LateUnits { get; init; }

    /// <summary>Units that a reminder now would reach: late, not registered, and not reminded as lately.</summary>
    public int Remindable { get; init; }
}
