using System.Collections.Immutable;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Grains.Documents;

/// <summary>What a document act writes; the grain turns it into the commit.</summary>
internal sealed record DocumentDecision
{
    /// <summary>The document afterwards, its position not yet moved.</summary>
    public required DocumentRow Row { get; init; }

    /// <summary>What happened, in order.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>The seat acted from.</summary>
    public SeatId? Seat { get; init; }

    /// <summary>Further rows: body, files, voided number.</summary>
    public ImmutableArray<IRow> Rows { get; init; } = [];

    /// <summary>The invitation that changed, also among <see cref="Rows"/>.</summary>
    public DraftParticipantRow? Participant { get; init; }

    /// <summary>What was said about the draft, also among <see cref="Rows"/>, and to whom.</summary>
    public ThreadMention? Says { get; init; }

    public RegisterTake? Take { get; init; }

    /// <summary>The link to a later document, whose stream moves with it.</summary>
    public DocumentLink? Link { get; init; }

    /// <summary>The recipients are to be asked for their copies, by a job.</summary>
    public bool AsksRecall { get; init; }

    /// <summary>Units are to be reminded, by a job: those named, or all that are due where none is named. Null where nobody is.</summary>
    public ImmutableArray<UnitId>? Reminds { get; init; }

    /// <summary>The frozen recipient set of an issue.</summary>
    public RecipientSet? Recipients { get; init; }
}
