using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Drafting;

/// <summary>A seat that the author of a draft invited, replaced whole in commits of the document's stream.</summary>
public sealed record DraftParticipantRow : IRow
{
    public required DocumentId Document { get; init; }

    public required SeatId Seat { get; init; }

    /// <summary>What its holders may do while the document is drafted; null for a seat that is invited no longer.</summary>
    public DraftRight? Right { get; init; }

    /// <summary>The document's position at which the seat was invited, or invited again; its inbox item is another one each time.</summary>
    public required long Since { get; init; }

    /// <summary>Who decided it last.</summary>
    public required OfficialId By { get; init; }

    public required DateTimeOffset At { get; init; }
}
