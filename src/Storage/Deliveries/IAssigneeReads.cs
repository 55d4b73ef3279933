using System.Collections.Immutable;
using PartyRealtime.Contracts.Deliveries;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Storage.Deliveries;

/// <summary>Whom a delivery may be assigned to, or a step of it handed on to.</summary>
public interface IAssigneeReads
{
    /// <summary>Leaders and specialists of the receiving unit's branch; null when the person
    /// neither leads that unit nor holds a step that may be handed on.</summary>
    Task<ImmutableArray<AssigneeView>?> Of(Actor actor, DeliveryId delivery, CancellationToken cancellation = default);
}
