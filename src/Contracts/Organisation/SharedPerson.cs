using System.Collections.Immutable;

namespace PartyRealtime.Contracts.Organisation;

/// <summary>A person with seats in several registering units, so that sums over units can count him or her once.</summary>
/// <param name="Units">Places in <see cref="OrganisationMap.Units"/>.</param>
/// <param name="Notified">For each, whether as a clerk or leader.</param>
public sealed record SharedPerson(ImmutableArray<int> Units, ImmutableArray<bool> Notified);
