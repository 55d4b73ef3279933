using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Documents;

namespace PartyRealtime.Storage.Documents;

/// <summary>How a person reaches a document: through the issuing body, through deliveries, or not at all.</summary>
/// <param name="Row">The document.</param>
/// <param name="Issuing">The person is of the issuing side: author, reviewer, its clerks and leaders.</param>
/// <param name="Deliveries">The person's own deliveries, with their steps.</param>
internal sealed record DocumentReach(
    DocumentRow Row, bool Issuing, ImmutableArray<(DeliveryRow Row, ImmutableArray<StepRow> Steps)> Deliveries)
{
    /// <summary>Outside the issuing body, and every copy that the person reaches was cancelled.</summary>
    public bool Cancelled => !Issuing && Deliveries.Length > 0 && Deliveries.All(delivery => delivery.Row.Recall == RecallAnswer.Agreed);

    /// <summary>Nothing else about the document may reach a person for whom this is false.</summary>
    public bool Any => Issuing || Deliveries.Length > 0;
}
