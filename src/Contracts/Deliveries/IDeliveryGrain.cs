using PartyRealtime.Contracts.Commands;
using PartyRealtime.Contracts.Commits;
using PartyRealtime.Contracts.Refusals;

namespace PartyRealtime.Contracts.Deliveries;

/// <summary>Orders and decides the acts on one delivery. Not reentrant: one commit in flight.</summary>
[Alias("Idelivery-grain")]
[GrainInterfaceType("i-delivery")]
public interface IDeliveryGrain : IGrainWithGuidKey
{
    /// <summary>
    /// Decides and commits one act. Answered only when it is durable. The same command id gives the same receipt;
    /// a lost position race is reloaded and decided once more before it is refused as ChangedMeanwhile.
    /// </summary>
    [Alias("act")]
    Task<Outcome<Receipt>> Act(CommandContext context, DeliveryRequest request);
}
