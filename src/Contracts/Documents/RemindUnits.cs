using System.Collections.Immutable;
using PartyRealtime.Contracts.Organisation;

namespace PartyRealtime.Contracts.Documents;

/// <summary>
/// Reminds units that have not registered the document in time. Those named that are not due are passed over; naming
/// none means all that are.
/// </summary>
[GenerateSerializer, Immutable, Alias("remind-units")]
public sealed record RemindUnits([property: Id(0)] ImmutableArray<UnitId> Units) : DocumentRequest;
