using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;
using PartyRealtime.Contracts.Drafting;

namespace PartyRealtime.Storage.Documents;

/// <summary>How a person reaches a document: through the issuing body, by an invitation, through deliveries, or not at all.</summary>
/// <param name="Row">The document.</param>
/// <param name="Issuing">The person is of the issuing side: author, reviewer, its clerks and leaders.</param>
/// <param name="Invited">A seat of the person is invited to the draft.</param>
/// <param name="Participants">Every seat that is.</param>
/// <param name="Deliveries">The person's own deliveries, with their steps.</param>
internal sealed record DocumentReach(
    DocumentRow Row,
    bool Issuing,
    bool Invited,
    ImmutableArray<DraftParticipantRow> Participants,
    ImmutableArray<(DeliveryRow Row, ImmutableArray<StepRow> Steps)> Deliveries)
{
    /// <summary>Remarks, history and who takes part are for those who write the document or answer for it.</summary>
    public bool IsInside => Issuing || Invited;

    /// <summary>Outside, and every copy that the person reaches was cancelled.</summary>
    public bool Cancelled => !IsInside && Deliveries.Length > 0 && Deliveries.All(delivery => delivery.Row.Recall == RecallAnswer.Agreed);

    /// <summary>Nothing else about the document may reach a person for whom this is false.</summary>
    public bool Any => IsInside || Deliveries.Length > 0;
}
