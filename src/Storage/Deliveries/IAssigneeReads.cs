using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Whom a delivery may be assigned to.</summary>
public interface IAssigneeReads
{
    /// <summary>Leaders and specialists of the receiving unit's branch; null when the person does not lead that unit.</summary>
    Task<ImmutableArray<AssigneeView>?> Of(Actor actor, DeliveryId delivery, CancellationToken cancellation = default);
}
